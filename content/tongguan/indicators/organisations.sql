-- { "code": "R07", "name": "登记单位数", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "在册的企业、个体户、机关事业单位和社会组织。",
--   "formula": "Σ 单位",
--   "numerator": "在册的单位",
--   "denominator": null,
--   "frequency": "month", "source": "单位登记", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select null::date as day,
       f.closed_on as until,
       f.place_path,
       true as counted,
       f.name as "单位",
       f.community as "社区"
  from facts_organisation f
 where f.district = $1
