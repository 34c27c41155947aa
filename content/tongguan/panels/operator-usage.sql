with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select r ->> 'month' as "月份", r ->> 'openDays' as "开放天数", r ->> 'visits' as "服务人次", r ->> 'slots' as "可用时段", r ->> 'usedSlots' as "使用时段",
       round((r ->> 'usedSlots')::numeric * 100 / nullif((r ->> 'slots')::numeric, 0), 1) as "时段使用率（%）"
  from this, jsonb_array_elements(coalesce(this.data -> 'reports', '[]')) r
 order by r ->> 'month' desc
