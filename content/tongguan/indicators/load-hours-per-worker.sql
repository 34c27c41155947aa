-- { "code": "B03", "name": "人均任务工时", "unit": "小时/人", "kind": "ratio", "over": "community-workers", "period": "span",
--   "meaning": "期内收到的任务登记的实际工时（没有登记实际的用估计），平均到期末在岗的每个社区工作者。拒收的不算。",
--   "formula": "任务工时 ÷ 在岗社区工作者",
--   "numerator": "任务用去的工时",
--   "denominator": "期末在岗的社区工作者",
--   "frequency": "month", "source": "社区任务台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'receivedOn')::date as day, f.place_path, true as counted, coalesce((f.data ->> 'hours')::numeric, (f.data ->> 'hoursPlanned')::numeric, 0) as amount,
       f.title as "任务", f.community as "社区", u.short_name as "下派部门", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'kind') ->> (f.data ->> 'kind') as "种类", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'status') ->> (f.data ->> 'status') as "状态", (f.data ->> 'hours')::numeric as "工时"
  from facts_entry f
  left join facts_unit u on u.district = f.district and u.unit_id = f.data ->> 'department'
 where f.district = $1 and f.register = 'community-task' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' not in ('refused', 'upheld')
