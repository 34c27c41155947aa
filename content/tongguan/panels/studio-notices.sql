-- R-9.1: deputies record and hand over, they do not dispose.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select r ->> 'on' as "接待日", r ->> 'deputy' as "接待人", r ->> 'noticedOn' as "公告日期",
       case when not r ? 'noticedOn' then '没有公告' when (r ->> 'on')::date - (r ->> 'noticedOn')::date >= 3 then '提前三天以上' else '不足三天' end as "公告",
       r ->> 'visitors' as "来访人次", r ->> 'opinions' as "登记意见", r ->> 'handed' as "已转交"
  from this, jsonb_array_elements(coalesce(this.data -> 'receptions', '[]')) r
 order by r ->> 'on' desc
