-- {"title": "受理台账"}
select f.accepted_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       f.accept_unit as "受理窗口",
       f.lead_unit as "牵头单位",
       to_char(f.accepted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "受理时间",
       case when f.deemed then '是' end as "视为受理",
       t.limit_amount || case t.limit_unit when 'workday' then '个工作日' when 'day' then '日' when 'month' then '个月' else '小时' end as "承诺期限",
       to_char((t.due_at - interval '1 second') at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "应办结日期"
  from facts_matter f
  left join facts_deadline t on t.district = f.district and t.case_id = f.case_id
 where f.district = $1 and f.accepted_at is not null
