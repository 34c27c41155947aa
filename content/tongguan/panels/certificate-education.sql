-- R-12.1: hours are assumed and the district’s to set.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), c as (select this.data, case this.data ->> 'level' when 'assistant' then 72 else 90 end as wanted from this)
select c.data ->> 'cycleFrom' as "周期起", c.data ->> 'cycleTo' as "周期止", c.wanted as "要求学时", coalesce((c.data ->> 'hours')::numeric, 0) as "已有学时",
       greatest(0, c.wanted - coalesce((c.data ->> 'hours')::numeric, 0)) as "还差", '推定：助理 72，社会工作师和高级 90' as "说明"
  from c
