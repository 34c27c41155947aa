-- { "code": "K06", "name": "命名的文化创建", "unit": "个", "kind": "count", "period": "span",
--   "meaning": "期内命名的文化社区、文化小区、文化楼院、文化家庭；撤销命名的不算。",
--   "formula": "Σ 命名",
--   "numerator": "期内命名的",
--   "denominator": null,
--   "frequency": "year", "source": "文化创建台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'namedOn')::date as day, f.place_path, true as counted,
       case when f.data ->> 'kind' = 'family' then '文化家庭' else f.title end as "名称", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'culture-creation' and l.field = 'kind') ->> (f.data ->> 'kind') as "类别"
  from facts_entry f
 where f.district = $1 and f.register = 'culture-creation' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'named'
