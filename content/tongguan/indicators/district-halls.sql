-- { "code": "K04-2", "name": "区级“两馆”", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日开放的图书馆和文化馆。",
--   "formula": "Σ 馆",
--   "numerator": "开放的图书馆、文化馆",
--   "denominator": null,
--   "frequency": "year", "source": "文化体育场馆台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'openedOn')::date) as day, f.valid_to as until, f.place_path, true as counted,
       f.title as "场馆", f.community as "所在地", (select l.labels from facts_labels l where l.district = $1 and l.register = 'venue' and l.field = 'kind') ->> (f.data ->> 'kind') as "类型"
  from facts_entry f
 where f.district = $1 and f.register = 'venue' and f.replaced_at is null and f.data ->> 'status' = 'open' and f.data ->> 'kind' in ('library', 'culture-hall')
