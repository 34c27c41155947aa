-- { "code": "B01-1", "name": "不予准入事项", "unit": "件", "kind": "count", "period": "span",
--   "meaning": "期内审批没有通过的工作事项。",
--   "formula": "Σ 事项",
--   "numerator": "期内审批的事项",
--   "denominator": null,
--   "frequency": "quarter", "source": "准入台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'decidedOn')::date as day, f.place_path, true as counted,
       f.title as "事项", (select l.labels from facts_labels l where l.district = $1 and l.register = 'task-admission' and l.field = 'kind') ->> (f.data ->> 'kind') as "种类", u.short_name as "申请部门", f.data ->> 'decidedOn' as "审批日期"
  from facts_entry f
  left join facts_unit u on u.district = f.district and u.unit_id = f.data ->> 'department'
 where f.district = $1 and f.register = 'task-admission' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' in ('refused')
