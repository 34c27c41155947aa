-- { "code": "S04-10", "name": "差评整改率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "差评中，已经整改并且回访满意的比例。",
--   "formula": "整改并回访满意 ÷ 差评",
--   "numerator": "已经整改并且回访满意的差评",
--   "denominator": "差评，经申诉复核排除的不算",
--   "frequency": "month", "source": "好差评", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.rated_at at time zone 'Asia/Shanghai')::date as day,
       f.place_path,
       coalesce(f.call_back_satisfied, false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.rating >= 4 and not f.rating_excluded
