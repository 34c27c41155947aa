-- What makes a team 特色 was never said: assumed here, as in the indicator.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select l.what as "条件（推定）", l.found as "情况", case when l.ok then '符合' else '不符合' end as "结论"
  from this, lateral (values
    (1, '已备案', case when (this.data ->> 'filed')::boolean then '是' else '否' end, coalesce((this.data ->> 'filed')::boolean, false)),
    (2, '固定成员十人以上', coalesce(this.data ->> 'members', '0') || ' 人', coalesce((this.data ->> 'members')::int, 0) >= 10),
    (3, '近一年活动十二次以上', coalesce(this.data ->> 'activities', '0') || ' 次', coalesce((this.data ->> 'activities')::int, 0) >= 12),
    (4, '有特色项目', coalesce(this.data ->> 'speciality', '没有'), this.data ? 'speciality')) l (n, what, found, ok)
 order by l.n
