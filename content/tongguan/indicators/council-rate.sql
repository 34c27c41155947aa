-- { "code": "A01", "name": "居民理事会组建率", "unit": "%", "of": "个", "kind": "share", "period": "point",
--   "meaning": "试点社区规划的自治单元里，已经组建居民理事会的比例。",
--   "formula": "已组建理事会 ÷ 规划单元",
--   "numerator": "已组建理事会的单元",
--   "denominator": "规划的自治单元",
--   "frequency": "month", "source": "单元化试点台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 100, "by": "2018-06-30", "document": "区“三个社区”建设专项工作报告（2017 年）：全面完成居民理事会组建"}, "warn": 80, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'startedOn')::date) as day, f.valid_to as until, f.place_path, n <= coalesce((f.data ->> 'councils')::int, 0) as counted,
       f.community as "社区", '第' || n || '单元' as "单元"
  from facts_entry f cross join lateral generate_series(1, coalesce((f.data ->> 'unitsPlanned')::int, 0)) n
 where f.district = $1 and f.register = 'unit-pilot' and f.replaced_at is null and f.data ->> 'status' in ('pilot', 'extended')
