-- { "code": "K02", "name": "社会体育指导员", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "证书注册在有效期内的社会体育指导员；在不在岗另看上岗率。",
--   "formula": "去重计数人",
--   "numerator": "注册有效的指导员",
--   "denominator": null,
--   "frequency": "quarter", "source": "社会体育指导员台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'issuedOn')::date) as day, least(f.valid_to, (f.data ->> 'registeredTo')::date + 1) as until, f.place_path, f.entry_id as person, true as counted,
       f.title as "证书编号", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'sport-instructor' and l.field = 'level') ->> (f.data ->> 'level') as "等级", case when (f.data ->> 'active')::boolean then '在岗' else '不在岗' end as "在岗"
  from facts_entry f
 where f.district = $1 and f.register = 'sport-instructor' and f.replaced_at is null
