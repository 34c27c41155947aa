-- { "code": "F04", "name": "规划的农村社区设施", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "列入年度计划、当日还没有开放的农村社区服务设施项目；调出计划的不算。",
--   "formula": "Σ 项目",
--   "numerator": "计划中的农村社区设施项目",
--   "denominator": null,
--   "frequency": "quarter", "source": "设施年度计划台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.valid_from as day, f.valid_to as until, f.place_path, true as counted,
       f.title as "项目", f.community as "社区", (f.data ->> 'year')::int as "计划年度", (select l.labels from facts_labels l where l.district = $1 and l.register = 'facility-plan' and l.field = 'status') ->> (f.data ->> 'status') as "进展"
  from facts_entry f
 where f.district = $1 and f.register = 'facility-plan' and f.replaced_at is null and f.data ->> 'kind' = 'rural' and f.data ->> 'status' not in ('opened', 'dropped')
