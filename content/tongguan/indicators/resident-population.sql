-- { "code": "D02", "name": "常住人口", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "各社区（村）的常住人口，取区划资料里当期的统计数，不是按人一个一个数的。每万人、每千人的指标都除以它；用哪一年的人口要一起写明。",
--   "formula": "Σ 各社区常住人口",
--   "numerator": "各社区（村）常住人口",
--   "denominator": null,
--   "frequency": "month", "source": "区划资料", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select p.valid_from as day, p.until, p.path as place_path, true as counted, p.population as amount,
       p.name as "社区", p.population as "常住人口", case when p.real then '统计' else '推定' end as "数据"
  from facts_place p
 where p.district = $1 and p.kind in ('community', 'village') and p.population is not null
