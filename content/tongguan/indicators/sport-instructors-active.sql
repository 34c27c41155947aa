-- { "code": "K02-2", "name": "指导员上岗率", "unit": "%", "of": "人", "kind": "share", "period": "point",
--   "meaning": "注册有效的社会体育指导员里，在岗指导的比例。",
--   "formula": "在岗 ÷ 注册有效",
--   "numerator": "在岗指导的指导员",
--   "denominator": "注册有效的指导员",
--   "frequency": "quarter", "source": "社会体育指导员台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'issuedOn')::date) as day, least(f.valid_to, (f.data ->> 'registeredTo')::date + 1) as until, f.place_path, f.entry_id as person, coalesce((f.data ->> 'active')::boolean, false) as counted,
       f.title as "证书编号", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'sport-instructor' and l.field = 'level') ->> (f.data ->> 'level') as "等级", case when (f.data ->> 'active')::boolean then '在岗' else '不在岗' end as "在岗"
  from facts_entry f
 where f.district = $1 and f.register = 'sport-instructor' and f.replaced_at is null
