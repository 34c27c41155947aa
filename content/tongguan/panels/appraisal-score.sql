-- Weights, 50 raters and seventy percent are the pattern of another city (R-12.3).
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), a as (select this.data, (this.data ->> 'raters')::numeric as raters, (this.data ->> 'residents')::numeric as residents from this)
select l.what as "项目", l.value as "登记", l.verdict as "核对"
  from a, lateral (values
    (1, '上级评分 × 30%', a.data ->> 'superior', round((a.data ->> 'superior')::numeric * 0.3, 2) || ' 分'),
    (2, '同事评分 × 10%', a.data ->> 'peers', round((a.data ->> 'peers')::numeric * 0.1, 2) || ' 分'),
    (3, '群众评分 × 60%', a.data ->> 'masses', round((a.data ->> 'masses')::numeric * 0.6, 2) || ' 分'),
    (4, '总分', a.data ->> 'score', round((a.data ->> 'superior')::numeric * 0.3 + (a.data ->> 'peers')::numeric * 0.1 + (a.data ->> 'masses')::numeric * 0.6, 2) || ' 分'),
    (5, '评议人不少于 50 人', a.raters || ' 人', case when a.raters >= 50 then '可以公布' else '人数不够，不公布' end),
    (6, '居民不少于七成', a.residents || ' 人', case when a.residents >= a.raters * 0.7 then '符合' else '不符合' end)) l (n, what, value, verdict)
 order by l.n
