-- { "code": "S01", "name": "上线事项数", "unit": "项", "kind": "count", "period": "point",
--   "meaning": "目录里在用的事项数。",
--   "formula": "Σ 在用事项",
--   "numerator": "目录里在用的事项",
--   "denominator": null,
--   "frequency": "month", "source": "事项目录", "owner": "government-office", "collection": "auto", "dimensions": [], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.used_from as day,
       f.used_until as until,
       '' as place_path,
       true as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1
