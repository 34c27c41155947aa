-- C-23: three legal positions, kept apart.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), o as (select this.data, this.data ->> 'position' as position from this)
select l.what as "项目", l.found as "登记情况", l.verdict as "核对"
  from o, lateral (values
    (1, '法人资格', case when o.position = 'filed' then '没有' else '有' end,
       case when o.position = 'filed' then '备案不等于登记，不能以法人名义签合同' else '' end),
    (2, '业务主管单位', case when o.data ? 'sponsorSince' then '有' else '没有' end,
       case when o.position = 'registered' and not o.data ? 'sponsorSince' then '双重管理的，请登记业务主管单位同意日期'
            when o.position <> 'registered' and o.data ? 'sponsorSince' then '只有双重管理的才有业务主管单位' else '一致' end),
    (3, '登记日期', coalesce(o.data ->> 'registeredOn', '没有'),
       case when o.position <> 'filed' and not o.data ? 'registeredOn' then '请登记'
            when o.position = 'filed' and o.data ? 'registeredOn' then '备案的没有登记日期' else '一致' end),
    (4, '备案日期', coalesce(o.data ->> 'filedOn', '没有'),
       case when o.position = 'filed' and not o.data ? 'filedOn' then '请登记' else '一致' end),
    (5, '每年要做的', case o.position when 'registered' then '3 月 31 日前报业务主管单位，5 月 31 日前报登记机关'
                                      when 'direct' then '5 月 31 日前报登记机关' else '年度小结' end, '')) l (n, what, found, verdict)
 order by l.n
