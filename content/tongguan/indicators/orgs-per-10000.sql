-- { "code": "O02", "name": "每万人社会组织数", "unit": "个/万人", "kind": "ratio", "over": "resident-population", "per": 10000, "period": "point",
--   "meaning": "当日存续的社会组织（登记、直接登记和备案都算），按常住人口每万人。三种身份另有分列的数。",
--   "formula": "存续组织 ÷ 常住人口 × 10000",
--   "numerator": "当日存续的组织",
--   "denominator": "常住人口（人口的来源和日期见“常住人口”）",
--   "frequency": "quarter", "source": "社会组织台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, coalesce((f.data ->> 'registeredOn')::date, (f.data ->> 'filedOn')::date)) as day, f.valid_to as until, f.place_path, true as counted,
       f.title as "组织", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'social-organisation' and l.field = 'position') ->> (f.data ->> 'position') as "法律身份", (select l.labels from facts_labels l where l.district = $1 and l.register = 'social-organisation' and l.field = 'field') ->> (f.data ->> 'field') as "类别"
  from facts_entry f
 where f.district = $1 and f.register = 'social-organisation' and f.replaced_at is null and f.data ->> 'status' in ('active', 'dormant')
