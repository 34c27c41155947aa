-- { "code": "F03-2", "name": "开放设施服务户数", "unit": "户", "kind": "count", "period": "point",
--   "meaning": "当日向居民开放的设施登记的服务户数；一户在两处设施服务范围里的算两次。",
--   "formula": "Σ 服务户数",
--   "numerator": "开放设施的服务户数",
--   "denominator": null,
--   "frequency": "month", "source": "综合服务设施台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'openedOn')::date) as day, f.valid_to as until, f.place_path, true as counted, coalesce((f.data ->> 'households')::numeric, 0) as amount,
       f.title as "设施", f.community as "社区", (f.data ->> 'area')::numeric as "建筑面积", (f.data ->> 'households')::int as "服务户数"
  from facts_entry f
 where f.district = $1 and f.register = 'facility' and f.replaced_at is null and f.data ->> 'status' = 'opened'
