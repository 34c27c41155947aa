-- { "code": "G02-5", "name": "信息抽查一致率", "unit": "%", "of": "条", "kind": "share", "period": "span",
--   "meaning": "复核过的信息里，和第二次看到的一致的比例。",
--   "formula": "一致 ÷ 复核过",
--   "numerator": "复核一致的信息",
--   "denominator": "复核过的信息",
--   "frequency": "month", "source": "网格采集", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.collected_on as day,
       f.place_path,
       f.agrees as counted,
       f.source as "来源",
       f.place as "网格或社区",
       f.collected_on as "采集日期"
  from facts_record f
 where f.district = $1 and f.verified
