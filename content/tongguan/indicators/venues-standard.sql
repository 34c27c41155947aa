-- { "code": "K04", "name": "文化设施达标率", "unit": "%", "of": "处", "kind": "share", "period": "point",
--   "meaning": "当日开放的图书馆、文化馆、社区文体活动中心、广场等里，登记为达标的比例；没有登记的算未达标。",
--   "formula": "达标 ÷ 开放的",
--   "numerator": "达标的场馆",
--   "denominator": "开放的场馆",
--   "frequency": "quarter", "source": "文化体育场馆台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 100, "by": "2020-12-31", "document": "区“三个社区”建设专项工作报告（2017 年）：消除不达标，实现全覆盖"}, "warn": 90, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'openedOn')::date) as day, f.valid_to as until, f.place_path, coalesce(f.data ->> 'standard' = 'met', false) as counted,
       f.title as "场馆", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'venue' and l.field = 'kind') ->> (f.data ->> 'kind') as "类型", coalesce((select l.labels from facts_labels l where l.district = $1 and l.register = 'venue' and l.field = 'standard') ->> (f.data ->> 'standard'), '没有登记') as "达标情况"
  from facts_entry f
 where f.district = $1 and f.register = 'venue' and f.replaced_at is null and f.data ->> 'status' = 'open'
