-- { "code": "O01-2", "name": "孵化培育：备案", "unit": "个", "kind": "count", "period": "span",
--   "meaning": "期内经孵化培育备案的社区社会组织，没有法人资格。",
--   "formula": "Σ 组织",
--   "numerator": "期内形成的组织",
--   "denominator": null,
--   "frequency": "year", "source": "孵化培育台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'outcomeOn')::date as day, f.place_path, true as counted,
       f.title as "组织", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'incubation' and l.field = 'outcome') ->> (f.data ->> 'outcome') as "成果", f.data ->> 'outcomeOn' as "日期"
  from facts_entry f
 where f.district = $1 and f.register = 'incubation' and f.replaced_at is null and f.valid_to is null and f.data ->> 'outcome' in ('filed')
