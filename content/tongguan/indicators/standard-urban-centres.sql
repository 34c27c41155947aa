-- { "code": "F07-1", "name": "城市社区标准：中心", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "现行城市社区设施标准（五中心一广场）要求的中心数；具体是哪五个是推定的。",
--   "formula": "Σ 标准项的处数",
--   "numerator": "现行标准里的这一类",
--   "denominator": null,
--   "frequency": "year", "source": "设施标准台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'effectiveOn')::date) as day, f.valid_to as until, f.place_path, true as counted, (c ->> 'number')::numeric as amount,
       f.title as "标准", (select l.labels from facts_labels l where l.district = $1 and l.register = 'facility-standard' and l.field = 'components.component') ->> (c ->> 'component') as "标准项", (c ->> 'number')::int as "处数", case when (c ->> 'assumed')::boolean then '推定' else '' end as "来源"
  from facts_entry f cross join lateral jsonb_array_elements(coalesce(f.data -> 'components', '[]')) c
 where f.district = $1 and f.register = 'facility-standard' and f.replaced_at is null and f.data ->> 'kind' = 'urban' and c ->> 'shape' = 'centre'
