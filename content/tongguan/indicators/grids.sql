-- { "code": "G01", "name": "网格数", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日存在的网格，按当日的划分。",
--   "formula": "Σ 网格",
--   "numerator": "网格",
--   "denominator": null,
--   "frequency": "month", "source": "区划", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select p.valid_from as day, p.until, p.path as place_path, true as counted, p.name as "网格", p.code as "代码"
  from facts_place p
 where p.district = $1 and p.kind = 'grid'
