select left(a.data ->> 'on', 4) as "年度", count(*) as "期数", sum((a.data ->> 'hours')::numeric) as "学时",
       string_agg(t.title, '、' order by a.data ->> 'on') as "参加的培训"
  from facts_entry a
  left join facts_entry t on t.district = a.district and t.register = 'training' and t.entry_id = (a.data ->> 'training')::uuid and t.replaced_at is null and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to > $3::date)
 where a.district = $1 and a.register = 'training-attendance' and a.data ->> 'worker' = $2::text and a.replaced_at is null and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date)
 group by 1 order by 1 desc
