-- { "code": "O03", "name": "年检合格率", "unit": "%", "of": "个", "kind": "share", "period": "span",
--   "meaning": "期内作出结论的年检，合格的比例；基本合格不算合格。备案的组织不参加年检，不在内。",
--   "formula": "合格 ÷ 有结论的",
--   "numerator": "结论为合格的",
--   "denominator": "期内作出结论的年检",
--   "frequency": "year", "source": "年检台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'decidedOn')::date as day, f.place_path, f.data ->> 'result' = 'qualified' as counted,
       o.title as "组织", f.community as "社区", f.data ->> 'year' as "年度", (select l.labels from facts_labels l where l.district = $1 and l.register = 'annual-check' and l.field = 'result') ->> (f.data ->> 'result') as "结论"
  from facts_entry f
  left join facts_entry o on o.district = f.district and o.register = 'social-organisation' and o.entry_id = (f.data ->> 'organisation')::uuid and o.replaced_at is null and o.valid_to is null
 where f.district = $1 and f.register = 'annual-check' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'decided'
