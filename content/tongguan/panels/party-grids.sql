-- R-8.1: a joint branch covers several grids. Only the party worker opens it (R-8.2).
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date))
select p.name as "网格", p.code as "网格代码", case when p.until is null or p.until > $3::date then '' else '网格已于 ' || p.until || ' 撤销' end as "说明"
  from this, jsonb_array_elements(coalesce(this.data -> 'grids', '[]')) g
  join facts_place p on p.district = $1 and p.place_id = g ->> 'grid' and p.last
 order by p.code
