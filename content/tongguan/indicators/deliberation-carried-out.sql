-- { "code": "A03-1", "name": "协商成果落实率", "unit": "%", "of": "件", "kind": "share", "period": "point",
--   "meaning": "试点单位协商达成的事项里，已经落实的比例。",
--   "formula": "已落实 ÷ 达成",
--   "numerator": "已落实的协商成果",
--   "denominator": "协商达成的事项",
--   "frequency": "month", "source": "协商试点台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'startedOn')::date) as day, f.valid_to as until, f.place_path, n <= coalesce((f.data ->> 'carriedOut')::int, 0) as counted,
       f.community as "单位", '第' || n || '件' as "成果"
  from facts_entry f cross join lateral generate_series(1, coalesce((f.data ->> 'agreed')::int, 0)) n
 where f.district = $1 and f.register = 'deliberation-pilot' and f.replaced_at is null
