-- { "code": "O01", "name": "孵化和培育社会组织", "unit": "个", "kind": "count", "period": "span",
--   "meaning": "期内经孵化培育，登记、直接登记或者备案的社会组织。登记的和备案的另外分列（R-11.1），只有法人资格不同，合在一起是报告里的说法。",
--   "formula": "Σ 组织",
--   "numerator": "期内形成的组织",
--   "denominator": null,
--   "frequency": "year", "source": "孵化培育台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'outcomeOn')::date as day, f.place_path, true as counted,
       f.title as "组织", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'incubation' and l.field = 'outcome') ->> (f.data ->> 'outcome') as "成果", f.data ->> 'outcomeOn' as "日期"
  from facts_entry f
 where f.district = $1 and f.register = 'incubation' and f.replaced_at is null and f.valid_to is null and f.data ->> 'outcome' in ('registered', 'direct', 'filed')
