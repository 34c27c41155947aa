-- { "code": "S04-9", "name": "参评率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "办结的件中，申请人自愿评价的比例；没有评价的不当作好评。",
--   "formula": "评价件次 ÷ 办结件次",
--   "numerator": "申请人评价过的件",
--   "denominator": "办结的件",
--   "frequency": "month", "source": "好差评", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.closed_on as day,
       f.place_path,
       f.rating is not null as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.closed_on is not null
