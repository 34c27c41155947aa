-- { "code": "B05-1", "name": "不应出具而出具的证明", "unit": "件", "kind": "count", "period": "span",
--   "meaning": "期内出具了二十项不应出具的证明之一；目标是零（民发〔2020〕20 号）。",
--   "formula": "Σ 证明",
--   "numerator": "不应出具而出具的证明",
--   "denominator": null,
--   "frequency": "quarter", "source": "证明和用印台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 0, "by": "2021-12-31", "document": "民发〔2020〕20 号"}, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'issuedOn')::date as day, f.place_path, true as counted,
       f.title as "编号", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'proof-request' and l.field = 'kind') ->> (f.data ->> 'kind') as "证明的事情"
  from facts_entry f
 where f.district = $1 and f.register = 'proof-request' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'issued' and f.data ->> 'kind' <> 'other'
