-- 公共文化体育设施条例 18: notice seven days before.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select c ->> 'from' as "停用开始", c ->> 'to' as "停用结束", c ->> 'reason' as "原因", c ->> 'noticedOn' as "公告日期",
       (c ->> 'from')::date - (c ->> 'noticedOn')::date as "提前天数",
       case when (c ->> 'from')::date - (c ->> 'noticedOn')::date >= 7 then '满七天' else '不满七天' end as "结论"
  from this, jsonb_array_elements(coalesce(this.data -> 'closures', '[]')) c
 order by c ->> 'from' desc
