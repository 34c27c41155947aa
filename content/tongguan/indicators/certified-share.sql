-- { "code": "W05", "name": "社区工作者持证率", "unit": "%", "of": "人", "kind": "share", "period": "point",
--   "meaning": "当日在岗的社区工作者里，有任何一级社会工作者职业资格（助理也算）的比例。",
--   "formula": "持证人数 ÷ 在岗人数",
--   "numerator": "有证书的在岗社区工作者",
--   "denominator": "在岗社区工作者",
--   "frequency": "quarter", "source": "社区工作者、职业资格证书台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'joinedOn')::date) as day, f.valid_to as until, f.place_path, f.entry_id as person,
       exists (select from facts_entry c where c.district = f.district and c.register = 'certificate' and c.replaced_at is null and c.data ->> 'worker' = f.entry_id::text
         and (c.valid_to is null or c.valid_to > f.valid_from) and (f.valid_to is null or f.valid_to > c.valid_from)) as counted,
       f.data ->> 'staffNo' as "工号", left(f.title, 1) || repeat('*', greatest(char_length(f.title) - 1, 1)) as "姓名", f.community as "社区"
  from facts_entry f
 where f.district = $1 and f.register = 'community-worker' and f.replaced_at is null and f.data ->> 'status' <> 'left'
