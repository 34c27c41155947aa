-- { "code": "W05", "name": "社区工作者持证率", "unit": "%", "of": "人", "kind": "ratio", "over": "community-workers", "per": 100, "period": "point",
--   "meaning": "当日在岗的社区工作者里，有任何一级社会工作者职业资格（助理也算）的比例，一人算一次。",
--   "formula": "持证人数 ÷ 在岗人数 × 100",
--   "numerator": "有证书的在岗社区工作者（去重）",
--   "denominator": "在岗社区工作者",
--   "frequency": "quarter", "source": "社区工作者、职业资格证书台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
with held as materialized (
  select c.valid_from, c.valid_to, (c.data ->> 'worker')::uuid as worker, c.data ->> 'level' as level, (c.data ->> 'issuedOn')::date as issued_on
    from facts_entry c where c.district = $1 and c.register = 'certificate' and c.replaced_at is null)
select greatest(c.valid_from, w.valid_from, c.issued_on) as day, least(c.valid_to, w.valid_to) as until, w.place_path, w.entry_id as person, true as counted,
       w.data ->> 'staffNo' as "工号", left(w.title, 1) || repeat('*', greatest(char_length(w.title) - 1, 1)) as "姓名", w.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (c.level) as "级别", c.issued_on as "取得日期"
  from held c
  join facts_entry w on w.district = $1 and w.entry_id = c.worker and w.register = 'community-worker' and w.replaced_at is null
   and w.data ->> 'status' <> 'left' and (w.valid_to is null or w.valid_to > c.valid_from) and (c.valid_to is null or c.valid_to > w.valid_from)
