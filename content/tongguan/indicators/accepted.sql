-- { "code": "S02", "name": "受理量", "unit": "件次", "kind": "count", "period": "cumulative",
--   "meaning": "受理、视为受理和当场办结的件，按受理日期计；咨询不计；同一人来三次计三件次。",
--   "formula": "Σ 受理件次",
--   "numerator": "受理、视为受理和当场办结的件",
--   "denominator": null,
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.accepted_on as day,
       f.place_path,
       true as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.accepted_at is not null
