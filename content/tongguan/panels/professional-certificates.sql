select (select l.labels from facts_labels l where l.district = $1 and l.register = 'certificate' and l.field = 'level') ->> (c.data ->> 'level') as "级别", c.data ->> 'number' as "证书编号", c.data ->> 'issuedOn' as "取得日期", c.data ->> 'registeredTo' as "登记有效期至"
  from facts_entry c
 where c.district = $1 and c.register = 'certificate' and c.data ->> 'professional' = $2::text and c.replaced_at is null and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)
 order by c.data ->> 'issuedOn' desc
