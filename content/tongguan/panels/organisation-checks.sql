-- A check of a year is handed in by May 31 of the next.
select c.data ->> 'year' as "年度", c.data ->> 'sponsorOn' as "业务主管单位初审", c.data ->> 'submittedOn' as "登记机关收到",
       case when (c.data ->> 'submittedOn')::date > make_date((c.data ->> 'year')::int + 1, 5, 31) then '过了 5 月 31 日' else '' end as "是否按时",
       coalesce((select l.labels from facts_labels l where l.district = $1 and l.register = 'annual-check' and l.field = 'result') ->> (c.data ->> 'result'), (select l.labels from facts_labels l where l.district = $1 and l.register = 'annual-check' and l.field = 'status') ->> (c.data ->> 'status')) as "结论"
  from facts_entry c
 where c.district = $1 and c.register = 'annual-check' and c.data ->> 'organisation' = $2::text and c.replaced_at is null and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)
 order by c.data ->> 'year' desc
