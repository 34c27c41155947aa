-- { "code": "F01", "name": "新增改造设施", "unit": "个", "kind": "count", "period": "span",
--   "meaning": "期内通过调剂置换、改扩建、租购取得并且向居民开放的社区综合服务设施（R-10.1：开放了才算）。",
--   "formula": "Σ 设施",
--   "numerator": "期内开放的设施",
--   "denominator": null,
--   "frequency": "year", "source": "综合服务设施台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'openedOn')::date as day, f.place_path, true as counted,
       f.title as "设施", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'facility' and l.field = 'source') ->> (f.data ->> 'source') as "取得方式", (f.data ->> 'area')::numeric as "建筑面积", (f.data ->> 'households')::int as "服务户数", (f.data ->> 'residents')::int as "服务人数"
  from facts_entry f
 where f.district = $1 and f.register = 'facility' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'opened' and f.data ->> 'source' in ('swap', 'rebuild', 'rent', 'buy')
