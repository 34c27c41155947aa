-- { "code": "R02", "name": "实有人口", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "现在住在区内的人，不论户籍在哪里、住了多久。",
--   "formula": "Σ 实有的人",
--   "numerator": "现在住在区内的人",
--   "denominator": null,
--   "frequency": "month", "source": "人口登记", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician", "small": 5 }
select f.valid_from as day,
       f.valid_to as until,
       f.place_path,
       true as counted,
       f.community as "社区"
  from facts_residence f
 where f.district = $1 and f.kind = 'present'
