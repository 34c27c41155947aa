-- { "code": "S04-16", "name": "超期未办结件数", "unit": "件", "kind": "count", "period": "point",
--   "meaning": "到现在过了承诺期限还没有办结的件。",
--   "formula": "Σ 超期在办",
--   "numerator": "过了期限还没办结的件",
--   "denominator": null,
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 0, "by": "2017-12-31", "document": "政务服务承诺时限要求"}, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select f.due_on + 1 as day,
       f.ended_on as until,
       f.place_path,
       true as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.lead_unit as "牵头单位",
       f.community as "社区"
  from facts_deadline f
 where f.district = $1 and f.due_at is not null and (f.ended_at is null or f.ended_at >= f.due_at)
