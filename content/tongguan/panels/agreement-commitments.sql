with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select c ->> 'what' as "承诺", (select l.labels from facts_labels l where l.district = $1 and l.register = 'co-building-agreement' and l.field = 'commitments.kind') ->> (c ->> 'kind') as "类别", c ->> 'dueOn' as "约定期限", c ->> 'doneOn' as "兑现日期",
       case when c ? 'doneOn' and c ->> 'doneOn' <= c ->> 'dueOn' then '按期兑现' when c ? 'doneOn' then '逾期兑现'
            when (c ->> 'dueOn')::date < $3::date then '逾期未兑现' else '未到期' end as "情况"
  from this, jsonb_array_elements(coalesce(this.data -> 'commitments', '[]')) c
 order by c ->> 'dueOn'
