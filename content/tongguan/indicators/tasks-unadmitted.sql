-- { "code": "B02-1", "name": "未经准入的下派任务", "unit": "件", "kind": "count", "period": "span",
--   "meaning": "期内收到、没有准入、不紧急、也不是省级以上统一部署的任务；目标是零。",
--   "formula": "Σ 任务",
--   "numerator": "没有准入的任务",
--   "denominator": null,
--   "frequency": "month", "source": "社区任务台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 0, "by": "2018-12-31", "document": "城市居民委员会组织法第二十条"}, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'receivedOn')::date as day, f.place_path, true as counted,
       f.title as "任务", f.community as "社区", u.short_name as "下派部门", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'kind') ->> (f.data ->> 'kind') as "种类", (select l.labels from facts_labels l where l.district = $1 and l.register = 'community-task' and l.field = 'status') ->> (f.data ->> 'status') as "状态", (f.data ->> 'hours')::numeric as "工时"
  from facts_entry f
  left join facts_unit u on u.district = f.district and u.unit_id = f.data ->> 'department'
 where f.district = $1 and f.register = 'community-task' and f.replaced_at is null and f.valid_to is null and not f.data ? 'admission' and not coalesce((f.data ->> 'emergency')::boolean, false) and not coalesce((f.data ->> 'mandated')::boolean, false)
