-- { "code": "F04-1", "name": "年度计划按期开放率", "unit": "%", "of": "个", "kind": "share", "period": "span",
--   "meaning": "计划开放日期在期内的设施项目，已经开放的比例；验收了没有开放的不算完成，逾期的在分母里，调出计划的不算。",
--   "formula": "已开放项目 ÷ 到期项目",
--   "numerator": "已经开放的项目",
--   "denominator": "计划在期内开放的项目",
--   "frequency": "quarter", "source": "设施年度计划台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'plannedOpenOn')::date as day, f.place_path, f.data ->> 'status' = 'opened' as counted,
       f.title as "项目", f.community as "社区", f.data ->> 'plannedOpenOn' as "计划开放", f.data ->> 'openedOn' as "实际开放"
  from facts_entry f
 where f.district = $1 and f.register = 'facility-plan' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' <> 'dropped' and f.data ? 'plannedOpenOn'
