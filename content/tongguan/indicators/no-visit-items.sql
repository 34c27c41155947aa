-- { "code": "S04-7", "name": "全程网办事项占比", "unit": "%", "of": "项", "kind": "share", "period": "point",
--   "meaning": "不用到现场的事项占全部事项的比例（事项口径）。",
--   "formula": "不用到场的事项 ÷ 全部事项",
--   "numerator": "不用到现场的事项",
--   "denominator": "在用的事项",
--   "frequency": "month", "source": "事项目录", "owner": "government-office", "collection": "auto", "dimensions": [], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.used_from as day,
       f.used_until as until,
       '' as place_path,
       f.visits = 0 as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1
