-- { "code": "V01", "name": "考察团批次", "unit": "批次", "kind": "count", "period": "cumulative", "since": "2016-01-01",
--   "meaning": "区划调整以来接待的省内外社区建设考察团，一批算一批次，不看人数。",
--   "formula": "Σ 批次",
--   "numerator": "接待考察的批次",
--   "denominator": null,
--   "frequency": "month", "source": "接待考察台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'on')::date as day, f.place_path, true as counted,
       f.title as "考察团", f.data ->> 'from' as "来自", (select l.labels from facts_labels l where l.district = $1 and l.register = 'delegation' and l.field = 'scope') ->> (f.data ->> 'scope') as "范围", (f.data ->> 'size')::int as "人数"
  from facts_entry f
 where f.district = $1 and f.register = 'delegation' and f.replaced_at is null and f.valid_to is null
