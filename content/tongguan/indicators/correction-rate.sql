-- { "code": "S04-11", "name": "补正率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "收件中发过补正告知的比例。",
--   "formula": "发过补正告知 ÷ 收件",
--   "numerator": "发过补正告知的件",
--   "denominator": "收到的件",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select f.received_on as day,
       f.place_path,
       f.case_id in (select m.case_id from facts_matter m where m.district = $1 and m.notice is not null) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1
