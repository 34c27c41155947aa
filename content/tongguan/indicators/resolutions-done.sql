-- { "code": "P05", "name": "领导小组议定事项完成率", "unit": "%", "of": "项", "kind": "share", "period": "span",
--   "meaning": "领导小组会议议定的事项，期限在期内的，完成了的比例。",
--   "formula": "已完成 ÷ 到期的",
--   "numerator": "有完成日期的",
--   "denominator": "期内到期的，逾期没有完成的也在内",
--   "frequency": "quarter", "source": "领导小组会议台账", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (t ->> 'dueOn')::date as day, f.place_path, t ? 'doneOn' as counted,
       t ->> 'what' as "事项", f.title as "出处", t ->> 'dueOn' as "期限", t ->> 'doneOn' as "完成日期"
  from facts_entry f cross join lateral jsonb_array_elements(coalesce(f.data -> 'resolutions', '[]')) t
 where f.district = $1 and f.register = 'leading-group-meeting' and f.replaced_at is null and f.valid_to is null and t ? 'dueOn'
