-- Notice three days before; every matter is kept until it is done.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select 0 as "序号", '公告' as "事项", coalesce(this.data ->> 'noticedOn', '没有公告') as "日期",
       case when this.data ->> 'noticedOn' is null then '' when (this.data ->> 'plannedOn')::date - (this.data ->> 'noticedOn')::date >= 3 then '提前三天以上' else '不足三天' end as "情况"
  from this
union all
select n::int, i ->> 'what', coalesce(i ->> 'doneOn', i ->> 'dueOn'),
       case when i ? 'doneOn' then '办结：' || coalesce(i ->> 'result', '') when (i ->> 'dueOn')::date < $3::date then '逾期未办结' else '办理中' end
  from this, jsonb_array_elements(coalesce(this.data -> 'issues', '[]')) with ordinality t (i, n)
 order by 1
