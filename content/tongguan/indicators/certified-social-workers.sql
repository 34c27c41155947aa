-- { "code": "W01", "name": "取得社会工作师资格的社区工作者", "unit": "人", "kind": "count", "period": "point",
--   "meaning": "当日在岗的社区工作者里，取得社会工作师或者高级社会工作师资格的人，一人算一次。助理社会工作师不算；登记到期的仍算，证书长期有效。",
--   "formula": "去重计数人",
--   "numerator": "有社会工作师以上证书的在岗社区工作者",
--   "denominator": null,
--   "frequency": "quarter", "source": "职业资格证书、社区工作者台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
with held as materialized (
  select c.valid_from, c.valid_to, (c.data ->> 'worker')::uuid as worker, c.data ->> 'level' as level, (c.data ->> 'issuedOn')::date as issued_on
    from facts_entry c where c.district = $1 and c.register = 'certificate' and c.replaced_at is null and c.data ->> 'level' in ('social-worker', 'senior'))
select greatest(c.valid_from, w.valid_from, c.issued_on) as day, least(c.valid_to, w.valid_to) as until, w.place_path, w.entry_id as person, true as counted,
       w.data ->> 'staffNo' as "工号", left(w.title, 1) || repeat('*', greatest(char_length(w.title) - 1, 1)) as "姓名", w.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (c.level) as "级别", c.issued_on as "取得日期"
  from held c
  join facts_entry w on w.district = $1 and w.entry_id = c.worker and w.register = 'community-worker' and w.replaced_at is null
   and w.data ->> 'status' <> 'left' and (w.valid_to is null or w.valid_to > c.valid_from) and (c.valid_to is null or c.valid_to > w.valid_from)
