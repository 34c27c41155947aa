-- What its standard asks for, beside what is there.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)),
     standard as (select s.data from facts_entry s, this where s.district = $1 and s.entry_id = (this.data ->> 'standard')::uuid and s.replaced_at is null and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)),
     wanted as (select c, n from standard, jsonb_array_elements(standard.data -> 'components') with ordinality t (c, n)),
     room as (select r ->> 'component' as component, sum((r ->> 'number')::numeric) as number, sum((r ->> 'area')::numeric) as area
                from this, jsonb_array_elements(coalesce(this.data -> 'rooms', '[]')) r group by 1)
select (select l.labels from facts_labels l where l.district = $1 and l.register = 'facility-standard' and l.field = 'components.component') ->> (w.c ->> 'component') as "标准项",
       w.c ->> 'number' as "至少几间", w.c ->> 'area' as "至少平方米",
       coalesce(r.number, 0) as "现有几间", r.area as "现有平方米",
       case when coalesce(r.number, 0) < (w.c ->> 'number')::numeric then '缺项'
            when coalesce(r.area, 0) < coalesce((w.c ->> 'area')::numeric, 0) then '面积不足' else '达标' end as "结论",
       case when (w.c ->> 'assumed')::boolean then '推定' else '' end as "标准来源"
  from wanted w left join room r on r.component = w.c ->> 'component'
 order by w.n
