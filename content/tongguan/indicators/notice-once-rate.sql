-- { "code": "S04-12", "name": "一次性告知率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "需要补正的件中，只告知过一次的比例。",
--   "formula": "只告知过一次 ÷ 需要补正",
--   "numerator": "只告知过一次的件",
--   "denominator": "需要补正的件",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.received_on as day,
       f.place_path,
       (select count(*) from facts_event e where e.district = f.district and e.case_id = f.case_id and e.verb = 'matter.correction-asked') = 1 as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.notice is not null
