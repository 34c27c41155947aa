-- Who may apply to be graded (社会组织评估管理办法); penalties and investigations are not known here.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)),
     checks as (select (c.data ->> 'year')::int as year, c.data ->> 'result' as result, row_number() over (order by (c.data ->> 'year')::int desc) as n
                  from facts_entry c where c.district = $1 and c.register = 'annual-check' and c.data ->> 'organisation' = $2::text and c.replaced_at is null and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)),
     o as (select this.data from this)
select l.what as "条件", l.found as "情况", case when l.ok then '符合' else '不符合' end as "结论"
  from o, lateral (values
    (1, '是登记的法人（备案的不参加评估）', case when o.data ->> 'position' = 'filed' then '备案' else '登记' end, o.data ->> 'position' <> 'filed'),
    (2, '登记满两年', coalesce(o.data ->> 'registeredOn', '没有登记日期'), coalesce((o.data ->> 'registeredOn')::date + interval '2 years' <= $3::date, false)),
    (3, '没有评过，或者等级已经到期', coalesce(o.data ->> 'grade' || '，至 ' || (o.data ->> 'gradeTo'), '没有评过'),
       not o.data ? 'grade' or coalesce((o.data ->> 'gradeTo')::date < $3::date, false)),
    (4, '上一年度参加了年检', coalesce((select year::text from checks where n = 1), '没有记录'), exists (select from checks where n = 1 and result is not null)),
    (5, '不是不合格，也不是连续两年基本合格', coalesce((select string_agg(year::text || ' ' || case result when 'qualified' then '合格' when 'basic' then '基本合格' else '不合格' end, '、' order by year desc) from checks where n <= 2 and result is not null), '没有记录'),
       not exists (select from checks where n = 1 and result = 'failed') and (select count(*) from checks where n <= 2 and result = 'basic') < 2),
    (6, '没有列入活动异常名录', case when (o.data ->> 'abnormal')::boolean then '已列入' else '没有' end, not coalesce((o.data ->> 'abnormal')::boolean, false))) l (n, what, found, ok)
 order by l.n
