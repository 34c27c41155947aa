-- {"title": "延期审批登记"}
select e.on_day as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       f.extension ->> 'reason' as "申请理由",
       f.extension ->> 'amount' as "延长工作日",
       case e.verb when 'matter.extended' then '同意' else '不同意' end as "审批结果",
       f.extension ->> 'decidedBy' as "审批人",
       to_char(e.on_day, 'YYYY-MM-DD') as "审批日期"
  from facts_event e join facts_matter f on f.district = e.district and f.case_id = e.case_id
 where f.district = $1 and e.verb in ('matter.extended', 'matter.extension-refused')
