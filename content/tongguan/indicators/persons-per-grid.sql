-- { "code": "R05", "name": "每网格常住人口", "unit": "人/网格", "kind": "ratio", "over": "grids", "per": 1, "period": "point",
--   "meaning": "常住人口除以现行网格数；网格的大小从来不是写死的。",
--   "formula": "常住人口 ÷ 网格数",
--   "numerator": "常住人口",
--   "denominator": "现行网格数",
--   "frequency": "month", "source": "人口登记、网格", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician", "small": 5 }
select f.usual_from as day,
       f.valid_to as until,
       f.place_path,
       true as counted,
       f.community as "社区"
  from facts_residence f
 where f.district = $1 and f.kind = 'present'
