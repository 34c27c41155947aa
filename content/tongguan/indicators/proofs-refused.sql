-- { "code": "B05", "name": "不予出具的证明", "unit": "件", "kind": "count", "period": "span",
--   "meaning": "期内居民要求、居（村）委会按规定不予出具并告知去处的证明。",
--   "formula": "Σ 证明",
--   "numerator": "不予出具的证明",
--   "denominator": null,
--   "frequency": "quarter", "source": "证明和用印台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'on')::date as day, f.place_path, true as counted,
       f.title as "编号", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'proof-request' and l.field = 'kind') ->> (f.data ->> 'kind') as "证明的事情", f.data ->> 'requester' as "要求证明的单位"
  from facts_entry f
 where f.district = $1 and f.register = 'proof-request' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'refused'
