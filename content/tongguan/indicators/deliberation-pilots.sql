-- { "code": "A05", "name": "社区协商试点单位", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日在试点或者已经推广的城乡社区协商单位（社区、镇、办事处）。",
--   "formula": "Σ 单位",
--   "numerator": "试点单位",
--   "denominator": null,
--   "frequency": "month", "source": "协商试点台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'startedOn')::date) as day, least(f.valid_to, (f.data ->> 'endedOn')::date) as until, f.place_path, true as counted,
       f.community as "单位", f.data ->> 'startedOn' as "开始", (f.data ->> 'sessions')::int as "已开展协商"
  from facts_entry f
 where f.district = $1 and f.register = 'deliberation-pilot' and f.replaced_at is null and f.data ->> 'status' in ('pilot', 'extended')
