-- { "code": "W09", "name": "社会工作专业人才", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "当日在业的社会工作专业人才：有资格、学历或者岗位的，在哪里工作都算。和社区工作者是两个人群，一个人可以两边都有，两个数不能相加。",
--   "formula": "去重计数人",
--   "numerator": "在业的社会工作专业人才",
--   "denominator": null,
--   "frequency": "quarter", "source": "社会工作专业人才台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'since')::date) as day, f.valid_to as until, f.place_path, f.entry_id as person, true as counted,
       f.data ->> 'number' as "编号", left(f.title, 1) || repeat('*', greatest(char_length(f.title) - 1, 1)) as "姓名", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'social-work-professional' and l.field = 'kind') ->> (f.data ->> 'kind') as "单位性质"
  from facts_entry f
 where f.district = $1 and f.register = 'social-work-professional' and f.replaced_at is null and f.data ->> 'status' = 'active'
