-- { "code": "K02-1", "name": "每千人社会体育指导员", "unit": "名/千人", "kind": "ratio", "over": "resident-population", "per": 1000, "period": "point",
--   "meaning": "注册在有效期内的社会体育指导员，按常住人口每千人。",
--   "formula": "指导员 ÷ 常住人口 × 1000",
--   "numerator": "注册有效的指导员",
--   "denominator": "常住人口（人口的来源和日期见“常住人口”）",
--   "frequency": "quarter", "source": "社会体育指导员台账、区划资料", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 1.5, "by": "2020-12-31", "document": "区“十三五”文化发展目标（2017 年专项工作报告）"}, "warn": 1.2, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'issuedOn')::date) as day, least(f.valid_to, (f.data ->> 'registeredTo')::date + 1) as until, f.place_path, f.entry_id as person, true as counted,
       f.title as "证书编号", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'sport-instructor' and l.field = 'level') ->> (f.data ->> 'level') as "等级", case when (f.data ->> 'active')::boolean then '在岗' else '不在岗' end as "在岗"
  from facts_entry f
 where f.district = $1 and f.register = 'sport-instructor' and f.replaced_at is null
