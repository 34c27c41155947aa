select v.data ->> 'plannedOn' as "预定", v.data ->> 'visitedOn' as "走访", v.title as "主题", jsonb_array_length(coalesce(v.data -> 'issues', '[]')) as "问题",
       (select count(*) from jsonb_array_elements(coalesce(v.data -> 'issues', '[]')) i where i ? 'doneOn') as "已办结",
       (select l.labels from facts_labels l where l.district = $1 and l.register = 'leader-visit' and l.field = 'status') ->> (v.data ->> 'status') as "状态"
  from facts_entry v
 where v.district = $1 and v.register = 'leader-visit' and v.data ->> 'link' = $2::text and v.replaced_at is null and v.valid_from <= $3::date and (v.valid_to is null or v.valid_to > $3::date)
 order by v.data ->> 'plannedOn' desc
