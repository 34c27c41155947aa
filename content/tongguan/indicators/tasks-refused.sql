-- { "code": "B02", "name": "拒收的任务", "unit": "件", "kind": "count", "period": "span",
--   "meaning": "期内社区拒收的任务，领导小组后来改为承担的也算拒收过（R-14.1）。",
--   "formula": "Σ 任务",
--   "numerator": "社区拒收的任务",
--   "denominator": null,
--   "frequency": "month", "source": "社区任务台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'refusedOn')::date as day, f.place_path, true as counted,
       f.title as "任务", f.community as "社区", u.short_name as "下派部门", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'kind') ->> (f.data ->> 'kind') as "种类", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'status') ->> (f.data ->> 'status') as "状态", (f.data ->> 'hours')::numeric as "工时"
  from facts_entry f
  left join facts_unit u on u.district = f.district and u.unit_id = f.data ->> 'department'
 where f.district = $1 and f.register = 'community-task' and f.replaced_at is null and f.valid_to is null and f.data ? 'refusedOn'
