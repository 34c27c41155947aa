-- R-12.6: a move between communities is no leaving.
select c.data ->> 'on' as "日期", (select l.labels from facts_labels l where l.district = $1 and l.register = 'worker-change' and l.field = 'kind') ->> (c.data ->> 'kind') as "变动", c.community as "社区",
       coalesce((select l.labels from facts_labels l where l.district = $1 and l.register = 'worker-change' and l.field = 'reason') ->> (c.data ->> 'reason'), '') as "原因",
       case when c.data ->> 'kind' = 'leaving' then '算流失' else '不算流失' end as "流失"
  from facts_entry c
 where c.district = $1 and c.register = 'worker-change' and c.data ->> 'worker' = $2::text and c.replaced_at is null and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to > $3::date)
 order by c.data ->> 'on' desc
