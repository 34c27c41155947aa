-- { "code": "O05-2", "name": "直接登记的社会组织", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日存续、直接登记的社会组织，有法人资格。",
--   "formula": "Σ 组织",
--   "numerator": "当日存续的组织",
--   "denominator": null,
--   "frequency": "quarter", "source": "社会组织台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, coalesce((f.data ->> 'registeredOn')::date, (f.data ->> 'filedOn')::date)) as day, f.valid_to as until, f.place_path, true as counted,
       f.title as "组织", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'social-organisation' and l.field = 'position') ->> (f.data ->> 'position') as "法律身份", (select l.labels from facts_labels l where l.district = $1 and l.register = 'social-organisation' and l.field = 'field') ->> (f.data ->> 'field') as "类别"
  from facts_entry f
 where f.district = $1 and f.register = 'social-organisation' and f.replaced_at is null and f.data ->> 'status' in ('active', 'dormant') and f.data ->> 'position' = 'direct'
