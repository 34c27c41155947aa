-- { "code": "G02-3", "name": "采集录入楼栋信息条数", "unit": "条", "kind": "count", "period": "cumulative",
--   "meaning": "采集录入信息里的楼栋信息。",
--   "formula": "Σ 楼栋信息",
--   "numerator": "采集录入的楼栋信息",
--   "denominator": null,
--   "frequency": "month", "source": "网格采集、批量导入", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.collected_on as day,
       f.place_path,
       true as counted,
       case f.kind when 'person' then '人口' when 'dwelling' then '房屋' when 'building' then '楼栋' else '单位' end as "信息种类",
       f.place as "网格或社区",
       f.source as "来源",
       f.collected_on as "采集日期"
  from facts_record f
 where f.district = $1 and f.kind = 'building'
