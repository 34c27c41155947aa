-- { "code": "W06", "name": "社区工作者", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "当日在岗（含休假、借出）的社区工作者：两委成员和专职社区工作者。",
--   "formula": "去重计数人",
--   "numerator": "在岗社区工作者",
--   "denominator": null,
--   "frequency": "month", "source": "社区工作者台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'joinedOn')::date) as day, f.valid_to as until, f.place_path, f.entry_id as person, true as counted,
       f.data ->> 'staffNo' as "工号", left(f.title, 1) || repeat('*', greatest(char_length(f.title) - 1, 1)) as "姓名", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-worker' and l.field = 'post') ->> (f.data ->> 'post') as "岗位", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-worker' and l.field = 'channel') ->> (f.data ->> 'channel') as "来源"
  from facts_entry f
 where f.district = $1 and f.register = 'community-worker' and f.replaced_at is null and f.data ->> 'status' <> 'left'
