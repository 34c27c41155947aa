-- Thirty and fifteen working days are the pattern of another city. Days from Monday to Friday; rest days of the calendar are not taken off: a hint, not a clock.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), a as (select this.data, (this.data ->> 'appliedOn')::date as applied, (this.data ->> 'startOn')::date as start, (this.data ->> 'decidedOn')::date as decided from this)
select l.what as "要求", l.found as "登记", l.verdict as "核对"
  from a, lateral (values
    (1, '提前 30 个工作日申请', a.applied || ' 申请，' || a.start || ' 开始', case when (a.data ->> 'emergency')::boolean then '紧急豁免：' || coalesce(a.data ->> 'emergencyWhy', '请补写情形')
        when a.start is null then '没有写拟开始日期' when (select count(*) from generate_series(a.applied + 1, a.start, '1 day') d where date_part('isodow', d) < 6) >= 30 then '满足（' || (select count(*) from generate_series(a.applied + 1, a.start, '1 day') d where date_part('isodow', d) < 6) || ' 个平日）' else '不足（' || (select count(*) from generate_series(a.applied + 1, a.start, '1 day') d where date_part('isodow', d) < 6) || ' 个平日）' end),
    (2, '15 个工作日内审批', coalesce(a.decided::text, '还没有审批'), case when (select count(*) from generate_series(a.applied + 1, coalesce(a.decided, $3::date), '1 day') d where date_part('isodow', d) < 6) <= 15 then '没有超过' else '超过（' || (select count(*) from generate_series(a.applied + 1, coalesce(a.decided, $3::date), '1 day') d where date_part('isodow', d) < 6) || ' 个平日）' end),
    (3, '征询社区意见', coalesce(a.data ->> 'opinionsOn', '没有'), case when a.data ? 'opinionsOn' then '完成' else '未完成' end),
    (4, '合法性审查', coalesce(a.data ->> 'legalOn', '没有'), case when a.data ? 'legalOn' then '完成' else '未完成' end),
    (5, '费随事转', coalesce(a.data ->> 'money', '0') || ' 元', case when coalesce((a.data ->> 'money')::numeric, 0) > 0 then '有' else '没有' end)) l (n, what, found, verdict)
 order by l.n
