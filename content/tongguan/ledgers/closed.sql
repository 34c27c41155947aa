-- {"title": "办结台账"}
select f.closed_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       case f.closing when 'delivered' then case f.outcome when 'no' then '不予批准' else '办结' end when 'refused' then '不予受理' when 'returned' then '退回办结' when 'lapsed' then '补正不来办结' when 'tolerance-lapsed' then '容缺逾期' when 'withdrawn' then '撤回' when 'merged' then '并案' when 'unclaimed' then '无人领取' when 'entry-error' then '删除办结' else '作废办结' end as "办结类型",
       to_char(f.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "办结时间",
       case when t.due_at is null then '无期限' when t.ended_at < t.due_at then '按期' else '超期' end as "是否按期",
       case f.solution when 'solved' then '申请人确认' when 'disputed' then '有异议' else '未表示' end as "是否解决"
  from facts_matter f
  left join facts_deadline t on t.district = f.district and t.case_id = f.case_id
 where f.district = $1 and f.closed_at is not null
