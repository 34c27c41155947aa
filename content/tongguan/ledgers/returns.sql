-- {"title": "退件台账"}
select e.on_day as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       coalesce(e.data ->> 'title', f.accept_unit) as "退回单位或环节",
       case e.verb when 'task.returned' then '退回窗口' else '退件办结' end as "退回方式",
       coalesce(e.data ->> 'reason', '') as "原因",
       to_char(e.on_day, 'YYYY-MM-DD') as "日期"
  from facts_event e join facts_matter f on f.district = e.district and f.case_id = e.case_id
 where f.district = $1 and e.verb in ('task.returned', 'matter.sent-back')
