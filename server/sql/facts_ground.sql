-- What facts stand on: places through time, units, and the words of a register's choices.

drop view if exists facts_place, facts_unit, facts_labels, facts_told;

create view facts_place as
select t.district, t.place_id, p.kind, p.path, t.name, t.code, t.parent_id, t.population, t.households, t.real,
       t.valid_from, t.valid_to as until, lead(t.valid_from) over (partition by t.district, t.place_id order by t.valid_from) is null as last
  from place_period t
  join place p on p.district = t.district and p.id = t.place_id;

create view facts_unit as
select u.district, u.id as unit_id, u.name, u.short_name, u.kind from unit u;

-- What was reported because no row of ours can say it: what counts and the rest of what it is a part of.
create view facts_told as
select t.district, t.indicator, t.from_on, t.to_on, t.source, p.path as place_path, p.name as place, v.counted, v.amount
  from told_figure t
  join place p on p.district = t.district and p.id = t.place_id
 cross join lateral (values (true, t.numerator), (false, t.denominator - t.numerator)) v (counted, amount)
 where t.replaced_at is null and v.amount is not null;

-- What the choices of a register are called, by its newest definition: one row a field, of the columns of rows as field.column. Asked as
-- (select labels …) ->> value it is read once a query.
create view facts_labels as
with field as (
  select d.district, d.id as register, f.key as field, f.value as f
    from definition d, json_each(d.body #> '{form,properties}') f
   where d.kind = 'register' and d.version = (select max(x.version) from definition x
     where x.district = d.district and x.kind = 'register' and x.id = d.id)),
whole as (
  select district, register, field, f from field
  union all select district, register, field, f -> 'items' from field where f #> '{items,enum}' is not null
  union all select w.district, w.register, w.field || '.' || c.key, c.value
    from field w, json_each(w.f #> '{items,properties}') c)
select w.district, w.register, w.field, jsonb_object_agg(o.option, w.f -> 'x-labels' ->> (o.n::int - 1)) as labels
  from whole w, json_array_elements_text(w.f -> 'enum') with ordinality o (option, n)
 where w.f -> 'enum' is not null
 group by 1, 2, 3;
