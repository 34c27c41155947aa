-- { "code": "S04-13", "name": "退件率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "受理的件中，被承办单位退回过窗口的比例。",
--   "formula": "退回过窗口 ÷ 受理",
--   "numerator": "被承办单位退回过窗口的件",
--   "denominator": "受理的件",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select f.accepted_on as day,
       f.place_path,
       f.case_id in (select p.case_id from facts_part p where p.district = $1 and p.status = 'returned') as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.accepted_at is not null
