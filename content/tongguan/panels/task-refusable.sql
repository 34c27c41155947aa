-- R-14.1, R-14.2.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), t as (select this.data from this),
     a as (select a.title, a.data from facts_entry a, t where a.district = $1 and a.register = 'task-admission' and a.entry_id = (t.data ->> 'admission')::uuid and a.replaced_at is null and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to > $3::date))
select l.what as "核对", l.found as "情况", l.verdict as "结论"
  from t, lateral (values
    (1, '有没有准入', coalesce((select a.title from a), '没有'), case when not exists (select from a) then '没有准入'
        when (select a.data ->> 'status' from a) not in ('approved', 'executing') then '准入没有通过或者已经退出'
        when (select (a.data ->> 'to')::date from a) < (t.data ->> 'receivedOn')::date then '准入已经到期' else '在准入期限内' end),
    (2, '是不是紧急任务', case when (t.data ->> 'emergency')::boolean then '是' else '不是' end, case when (t.data ->> 'emergency')::boolean then '先承担，事后补办' else '' end),
    (3, '是不是省级以上统一部署', case when (t.data ->> 'mandated')::boolean then '是' else '不是' end, case when (t.data ->> 'mandated')::boolean then '不能拒收，登记工时' else '' end),
    (4, '数据平台已经有了', case when (t.data ->> 'haveSource')::boolean then '有' else '没有' end, case when (t.data ->> 'haveSource')::boolean then '同样的数据不得要第二次，可以退回' else '' end),
    (5, '社区能不能拒收', '', case when coalesce((t.data ->> 'emergency')::boolean, false) or coalesce((t.data ->> 'mandated')::boolean, false) then '不能'
        when exists (select from a where a.data ->> 'status' in ('approved', 'executing') and coalesce((a.data ->> 'to')::date >= (t.data ->> 'receivedOn')::date, true)) then '不能：已经准入' else '能，请写明理由' end)) l (n, what, found, verdict)
 order by l.n
