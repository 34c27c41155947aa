-- { "code": "S04-6", "name": "网上办结率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "办结的件中，由申请人在手机上提交的比例（件次口径）。",
--   "formula": "网上提交的办结件 ÷ 办结件",
--   "numerator": "申请人在手机或网页上提交的件",
--   "denominator": "办结的件",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.closed_on as day,
       f.place_path,
       f.channel in ('phone', 'web') as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.closed_on is not null
