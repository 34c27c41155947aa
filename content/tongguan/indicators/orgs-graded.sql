-- { "code": "O04", "name": "三 A 以上社会组织占比", "unit": "%", "of": "个", "kind": "share", "period": "point",
--   "meaning": "登记和直接登记的社会组织里，评估等级在有效期内并且 3A 以上的比例；备案的不参加评估，不在内。",
--   "formula": "3A 以上 ÷ 登记的",
--   "numerator": "等级有效的 3A 以上组织",
--   "denominator": "登记的社会组织",
--   "frequency": "quarter", "source": "社会组织台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'registeredOn')::date) as day, f.valid_to as until, f.place_path,
       coalesce(f.data ->> 'grade' in ('3A', '4A', '5A') and (f.data ->> 'gradeTo')::date >= (current_setting('linli.now')::timestamptz at time zone 'Asia/Shanghai')::date, false) as counted,
       f.title as "组织", f.community as "社区", f.data ->> 'grade' as "等级", f.data ->> 'gradeTo' as "有效期至"
  from facts_entry f
 where f.district = $1 and f.register = 'social-organisation' and f.replaced_at is null and f.data ->> 'status' in ('active', 'dormant') and f.data ->> 'position' <> 'filed'
