-- { "code": "S06-1", "name": "平台外受理数", "unit": "件次", "kind": "count", "period": "span",
--   "meaning": "部门自报台账中没有对应办件的件次；目标是零。",
--   "formula": "Σ 平台外受理",
--   "numerator": "部门自报台账里没有对应办件的件次",
--   "denominator": null,
--   "frequency": "month", "source": "部门自报台账", "owner": "government-office", "collection": "auto", "dimensions": [], "version": 1, "from": "2016-01-01",
--   "target": {"value": 0, "by": "2017-12-31", "document": "“平台以外无受理”（社区服务一口受理的工作要求）"}, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select f.day as day,
       '' as place_path,
       true as counted,
       f.unit as "单位",
       f.item as "事项"
  from facts_bypass f
 where f.district = $1 and f.matched is null
