-- { "code": "R03", "name": "户籍人口", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "户籍在区内的人，不论现在住在哪里。",
--   "formula": "Σ 户籍的人",
--   "numerator": "户籍在区内的人",
--   "denominator": null,
--   "frequency": "month", "source": "人口登记", "owner": "police", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician", "small": 5 }
select f.valid_from as day,
       f.valid_to as until,
       f.place_path,
       true as counted,
       f.community as "社区"
  from facts_residence f
 where f.district = $1 and f.kind = 'registered'
