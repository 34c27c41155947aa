-- The national guide asks for 30 square metres per hundred households.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)),
     standard as (select s.data from facts_entry s, this where s.district = $1 and s.entry_id = (this.data ->> 'standard')::uuid and s.replaced_at is null and s.valid_from <= $3::date and (s.valid_to is null or s.valid_to > $3::date)),
     n as (select (this.data ->> 'area')::numeric as area, (this.data ->> 'households')::numeric as households,
                  coalesce((select (data ->> 'areaPer100')::numeric from standard), 30) as per100 from this)
select n.area as "建筑面积", n.households as "服务户数", n.per100 as "每百户下限",
       round(n.area * 100 / nullif(n.households, 0), 1) as "每百户面积",
       greatest(0, round(n.households / 100 * n.per100 - n.area, 1)) as "缺口（平方米）",
       case when n.households is null then '没有登记服务户数' when n.area * 100 >= n.households * n.per100 then '够' else '不够' end as "结论"
  from n
