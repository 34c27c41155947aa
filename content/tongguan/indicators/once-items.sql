-- { "code": "S04-4", "name": "最多跑一次事项占比", "unit": "%", "of": "项", "kind": "share", "period": "point",
--   "meaning": "到现场次数不超过一次的事项占全部事项的比例（事项口径）。",
--   "formula": "到现场不超过一次的事项 ÷ 全部事项",
--   "numerator": "到现场次数不超过一次的事项",
--   "denominator": "在用的事项",
--   "frequency": "month", "source": "事项目录", "owner": "government-office", "collection": "auto", "dimensions": [], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.used_from as day,
       f.used_until as until,
       '' as place_path,
       f.visits <= 1 as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1
