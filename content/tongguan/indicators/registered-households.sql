-- { "code": "R04", "name": "户籍户数", "unit": "户", "kind": "count", "period": "point",
--   "meaning": "户籍登记的户；最后一个人迁走的户不算。",
--   "formula": "Σ 户",
--   "numerator": "户籍登记的户",
--   "denominator": null,
--   "frequency": "month", "source": "人口登记", "owner": "police", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician", "small": 5 }
select f.valid_from as day,
       f.valid_to as until,
       f.place_path,
       true as counted,
       f.community as "社区"
  from facts_household f
 where f.district = $1
