-- {"title": "特别程序登记"}
select e.on_day as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       e.data ->> 'title' as "环节",
       e.data ->> 'kind' as "种类",
       e.data ->> 'reason' as "理由或依据",
       to_char(e.on_day, 'YYYY-MM-DD') as "开始",
       e.data ->> 'expectedEnd' as "预计结束",
       (select to_char(min(x.on_day), 'YYYY-MM-DD') from facts_event x where x.district = e.district and x.case_id = e.case_id and x.verb = 'task.resumed' and x.data ->> 'task' = e.data ->> 'task' and x.at > e.at) as "实际结束"
  from facts_event e join facts_matter f on f.district = e.district and f.case_id = e.case_id
 where f.district = $1 and e.verb = 'task.stopped'
