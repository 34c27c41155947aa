-- A certificate lasts; its registration runs out after three years.
select (select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (c.data ->> 'level') as "级别", c.data ->> 'number' as "证书编号", c.data ->> 'issuedOn' as "取得日期", c.data ->> 'registeredTo' as "登记有效期至",
       case when c.data ->> 'registeredTo' is null then '没有登记' when (c.data ->> 'registeredTo')::date < $3::date then '登记已到期，证书仍有效' else '有效' end as "登记情况"
  from facts_entry c
 where c.district = $1 and c.register = 'certificate' and c.data ->> 'worker' = $2::text and c.replaced_at is null and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)
 order by c.data ->> 'issuedOn' desc
