-- 居委会组织法 10, 15: more than half there, more than half of them for it; filed with the district, for there is no street.
with this as (select e.district, e.entry_id, e.data from facts_entry e where e.district = $1 and e.entry_id = $2 and e.replaced_at is null and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to > $3::date)), c as (select this.data, (this.data ->> 'entitled')::numeric as entitled, (this.data ->> 'present')::numeric as present, (this.data ->> 'agreed')::numeric as agreed from this)
select l.what as "步骤", l.found as "登记", l.verdict as "核对"
  from c, lateral (values
    (1, '征求意见', coalesce(c.data ->> 'consultedTo', '没有'), case when c.data ? 'consultedTo' then '完成' else '未完成' end),
    (2, '没有处罚条款', case when (c.data ->> 'noPenalty')::boolean then '没有' else '未确认' end, case when (c.data ->> 'noPenalty')::boolean then '符合' else '公布前请核对' end),
    (3, '会议到会过半', c.present || '／' || c.entitled, case when c.present * 2 > c.entitled then '符合' else '不符合' end),
    (4, '到会过半同意', c.agreed || '／' || c.present, case when c.agreed * 2 > c.present then '通过' else '未通过' end),
    (5, '备案', coalesce(c.data ->> 'filedOn', '没有'), case when c.data ? 'filedOn' then '完成' else '未备案' end),
    (6, '公布', coalesce(c.data ->> 'publishedOn', '没有'), case when c.data ? 'publishedOn' then '完成' else '未公布' end)) l (n, what, found, verdict)
 order by l.n
