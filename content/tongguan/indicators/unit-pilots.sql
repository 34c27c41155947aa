-- { "code": "A04", "name": "单元化治理试点社区", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日在试点或者已经推广的单元化治理社区。",
--   "formula": "Σ 社区",
--   "numerator": "试点社区",
--   "denominator": null,
--   "frequency": "month", "source": "单元化试点台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'startedOn')::date) as day, least(f.valid_to, (f.data ->> 'endedOn')::date) as until, f.place_path, true as counted,
       f.community as "社区", f.data ->> 'startedOn' as "开始", (f.data ->> 'unitsPlanned')::int as "规划单元", (f.data ->> 'councils')::int as "已组建理事会"
  from facts_entry f
 where f.district = $1 and f.register = 'unit-pilot' and f.replaced_at is null and f.data ->> 'status' in ('pilot', 'extended')
