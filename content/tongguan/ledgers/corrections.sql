-- {"title": "补正台账"}
select e.on_day as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       (select string_agg(x, '；') from jsonb_array_elements_text(e.data -> 'items') x) as "一次告知的内容",
       to_char(e.on_day, 'YYYY-MM-DD') as "告知日期",
       case when f.status = 'lapsed' then '逾期未补' when f.status = 'correction' then '等待补正' else '已补' end as "是否补齐"
  from facts_event e join facts_matter f on f.district = e.district and f.case_id = e.case_id
 where f.district = $1 and e.verb = 'matter.correction-asked'
