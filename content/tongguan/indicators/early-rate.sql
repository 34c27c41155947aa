-- { "code": "S04-5", "name": "提前办结率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "办结的件中，比法定期限提前的比例；法律没有规定期限的不在分母里。",
--   "formula": "提前办结 ÷ 有法定期限的办结件",
--   "numerator": "比法定期限提前办结的件",
--   "denominator": "办结的件，法律没有规定期限的不算",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.decided_on as day,
       f.place_path,
       coalesce(f.ended_at < f.legal_due_at and f.due_at < f.legal_due_at, false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_deadline f
 where f.district = $1 and f.decided_on is not null and f.legal_due_at is not null
