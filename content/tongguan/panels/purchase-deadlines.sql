-- 政府采购法 46, 实施条例 43, 45, 50. Days from Monday to Friday; rest days of the calendar are not taken off: a hint, not a clock.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), p as (select (data ->> 'awardedOn')::date as awarded, (data ->> 'notifiedOn')::date as notified, (data ->> 'signedOn')::date as signed,
                            (data ->> 'publishedOn')::date as published, (data ->> 'acceptedOn')::date as accepted, (data ->> 'usersAtAcceptance')::int as users from this)
select l.what as "环节", l.allowed as "法定时限", l.began as "起", l.done as "止", l.took as "用时", l.verdict as "核对"
  from p, lateral (values
    (1, '发出中标通知书', '确定成交后 2 个工作日', p.awarded, p.notified, (select count(*) from generate_series(p.awarded + 1, p.notified, '1 day') d where date_part('isodow', d) < 6) || ' 个平日',
       case when p.notified is null then '未登记' when (select count(*) from generate_series(p.awarded + 1, p.notified, '1 day') d where date_part('isodow', d) < 6) <= 2 then '按时' else '超过，请核对节假日' end),
    (2, '签订合同', '发出通知书后 30 日', p.notified, p.signed, (p.signed - p.notified) || ' 天',
       case when p.signed is null then '未登记' when p.signed - p.notified <= 30 then '按时' else '超过' end),
    (3, '公告合同', '签订后 2 个工作日', p.signed, p.published, (select count(*) from generate_series(p.signed + 1, p.published, '1 day') d where date_part('isodow', d) < 6) || ' 个平日',
       case when p.published is null then '未登记' when (select count(*) from generate_series(p.signed + 1, p.published, '1 day') d where date_part('isodow', d) < 6) <= 2 then '按时' else '超过，请核对节假日' end),
    (4, '验收邀请服务对象参加', '有服务对象参加', null, p.accepted, coalesce(p.users, 0) || ' 人',
       case when p.accepted is null then '未验收' when coalesce(p.users, 0) > 0 then '有' else '没有服务对象参加' end)) l (n, what, allowed, began, done, took, verdict)
 order by l.n
