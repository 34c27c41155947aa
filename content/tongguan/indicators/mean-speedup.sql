-- { "code": "S04-17", "name": "平均提速", "unit": "%", "of": "天", "kind": "share", "period": "span",
--   "meaning": "办结的件中，法定期限里省下来的时间占法定期限的比例，按自然天数；超过法定期限的算省了零天，法律没有规定期限的不算。",
--   "formula": "（法定 − 实际）÷ 法定",
--   "numerator": "省下的天数",
--   "denominator": "法定期限的天数",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.decided_on as day,
       f.place_path,
       s.counted,
       case when s.counted then greatest(f.legal_due_on - f.ended_on, 0)
         else f.legal_due_on - f.accepted_on - greatest(f.legal_due_on - f.ended_on, 0) end as amount,
       f.number as "办件编号",
       f.title as "事项",
       f.community as "社区",
       case when s.counted then '省下' else '用去' end as "时间"
  from facts_deadline f
 cross join (values (true), (false)) s(counted)
 where f.district = $1 and f.decided_at is not null and f.legal_due_at is not null
