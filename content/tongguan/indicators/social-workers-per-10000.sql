-- { "code": "W02", "name": "每万人社会工作专业人才", "unit": "名/万人", "kind": "ratio", "over": "resident-population", "per": 10000, "period": "point",
--   "meaning": "报告里叫“社会工作专业人才”，分子其实只是取得社会工作师资格的社区工作者（218 人），不含机构、医院、学校里的专业人才；真正的专业人才数另见 W09。",
--   "formula": "取得社会工作师资格的社区工作者 ÷ 常住人口 × 10000",
--   "numerator": "取得社会工作师资格的在岗社区工作者",
--   "denominator": "常住人口（人口的来源和日期见“常住人口”）",
--   "frequency": "year", "source": "职业资格证书、社区工作者台账、区划资料", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
with held as materialized (
  select c.valid_from, c.valid_to, (c.data ->> 'worker')::uuid as worker, c.data ->> 'level' as level, (c.data ->> 'issuedOn')::date as issued_on
    from facts_entry c where c.district = $1 and c.register = 'certificate' and c.replaced_at is null and c.data ->> 'level' in ('social-worker', 'senior'))
select greatest(c.valid_from, w.valid_from, c.issued_on) as day, least(c.valid_to, w.valid_to) as until, w.place_path, w.entry_id as person, true as counted,
       w.data ->> 'staffNo' as "工号", left(w.title, 1) || repeat('*', greatest(char_length(w.title) - 1, 1)) as "姓名", w.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (c.level) as "级别", c.issued_on as "取得日期"
  from held c
  join facts_entry w on w.district = $1 and w.entry_id = c.worker and w.register = 'community-worker' and w.replaced_at is null
   and w.data ->> 'status' <> 'left' and (w.valid_to is null or w.valid_to > c.valid_from) and (c.valid_to is null or c.valid_to > w.valid_from)
