with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select r ->> 'what' as "事项", u.short_name as "责任单位", r ->> 'dueOn' as "期限", r ->> 'doneOn' as "完成日期", r ->> 'result' as "结果",
       case when r ? 'doneOn' then '完成' when (r ->> 'dueOn')::date < $3::date then '逾期' else '进行中' end as "情况"
  from this, jsonb_array_elements(coalesce(this.data -> 'tasks', '[]')) with ordinality t (r, n)
  left join facts_unit u on u.district = $1 and u.unit_id = r ->> 'unit'
 order by t.n
