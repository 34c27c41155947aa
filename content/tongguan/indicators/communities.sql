-- { "code": "D01", "name": "社区（村）数", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日存在的城市社区和村，按当日的区划。",
--   "formula": "Σ 社区和村",
--   "numerator": "社区和村",
--   "denominator": null,
--   "frequency": "month", "source": "区划", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select p.valid_from as day, p.until, p.path as place_path, true as counted, p.name as "社区", p.code as "代码"
  from facts_place p
 where p.district = $1 and p.kind in ('community', 'village')
