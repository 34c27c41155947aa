select t.data ->> 'receivedOn' as "收到", t.community as "社区", t.title as "任务", t.data ->> 'hours' as "实际工时", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'status') ->> (t.data ->> 'status') as "状态"
  from facts_entry t
 where t.district = $1 and t.register = 'community-task' and t.data ->> 'admission' = $2::text and t.replaced_at is null and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to > $3::date)
 order by t.data ->> 'receivedOn' desc
