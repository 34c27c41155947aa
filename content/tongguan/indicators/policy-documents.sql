-- { "code": "V02", "name": "出台政策文件", "unit": "件", "kind": "count", "period": "cumulative", "since": "2016-01-01",
--   "meaning": "“三个社区”建设的实施意见和配套文件，印发了就算，后来修订、废止的也算。",
--   "formula": "Σ 文件",
--   "numerator": "印发过的文件",
--   "denominator": null,
--   "frequency": "quarter", "source": "政策文件台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'issuedOn')::date as day, f.place_path, true as counted,
       f.title as "文件", f.data ->> 'number' as "文号", (select l.labels from facts_labels l where l.district = $1 and l.register = 'policy-document' and l.field = 'role') ->> (f.data ->> 'role') as "性质", f.data ->> 'issuedBy' as "发文机关"
  from facts_entry f
 where f.district = $1 and f.register = 'policy-document' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' <> 'draft'
