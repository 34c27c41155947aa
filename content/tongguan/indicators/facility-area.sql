-- { "code": "F03-1", "name": "开放设施建筑面积", "unit": "平方米", "kind": "count", "period": "point",
--   "meaning": "当日向居民开放的设施的建筑面积。",
--   "formula": "Σ 建筑面积",
--   "numerator": "开放设施的建筑面积",
--   "denominator": null,
--   "frequency": "month", "source": "综合服务设施台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'openedOn')::date) as day, f.valid_to as until, f.place_path, true as counted, coalesce((f.data ->> 'area')::numeric, 0) as amount,
       f.title as "设施", f.community as "社区", (f.data ->> 'area')::numeric as "建筑面积", (f.data ->> 'households')::int as "服务户数"
  from facts_entry f
 where f.district = $1 and f.register = 'facility' and f.replaced_at is null and f.data ->> 'status' = 'opened'
