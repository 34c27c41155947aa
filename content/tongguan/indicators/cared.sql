-- { "code": "R06", "name": "关爱对象人次数", "unit": "人次", "kind": "count", "period": "point",
--   "meaning": "在册的关爱对象；一个人在两类里算两人次，期满或者终止的不算。",
--   "formula": "Σ 在册",
--   "numerator": "在册的关爱对象",
--   "denominator": null,
--   "frequency": "month", "source": "关爱名册", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician", "small": 5 }
select f.since as day,
       f.until,
       f.place_path,
       true as counted,
       f.level as "等级"
  from facts_care f
 where f.district = $1
