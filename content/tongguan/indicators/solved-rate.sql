-- { "code": "S04-15", "name": "解决率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "办结的件中，申请人确认已经解决的比例。办结不等于解决。",
--   "formula": "确认已经解决 ÷ 办结",
--   "numerator": "申请人确认已经解决的件",
--   "denominator": "办结的件",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.closed_on as day,
       f.place_path,
       f.solution = 'solved' as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.closed_on is not null
