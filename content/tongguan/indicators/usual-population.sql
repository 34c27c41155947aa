-- { "code": "R01", "name": "登记常住人口", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "在区内住满半年、现在还住在这里的人（183 天）。",
--   "formula": "Σ 常住的人",
--   "numerator": "住满半年的人",
--   "denominator": null,
--   "frequency": "month", "source": "人口登记", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician", "small": 5 }
select f.usual_from as day,
       f.valid_to as until,
       f.place_path,
       true as counted,
       f.community as "社区"
  from facts_residence f
 where f.district = $1 and f.kind = 'present'
