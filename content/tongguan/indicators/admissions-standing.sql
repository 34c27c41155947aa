-- { "code": "B01-2", "name": "在准入期的事项", "unit": "件", "kind": "count", "period": "point",
--   "meaning": "当日在准入期限内的工作事项。",
--   "formula": "Σ 事项",
--   "numerator": "准入期限内的事项",
--   "denominator": null,
--   "frequency": "quarter", "source": "准入台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "less", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'from')::date) as day, least(f.valid_to, (f.data ->> 'to')::date + 1) as until, f.place_path, true as counted,
       f.title as "事项", (select l.labels from facts_labels l where l.district = $1 and l.register = 'task-admission' and l.field = 'kind') ->> (f.data ->> 'kind') as "种类", f.data ->> 'to' as "期满"
  from facts_entry f
 where f.district = $1 and f.register = 'task-admission' and f.replaced_at is null and f.data ->> 'status' in ('approved', 'executing')
