-- { "code": "S04-3", "name": "网办率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "收件中由申请人在手机上提交的比例（件次口径）。",
--   "formula": "网上提交 ÷ 收件",
--   "numerator": "申请人在手机或网页上提交的件",
--   "denominator": "收到的件",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.received_on as day,
       f.place_path,
       f.channel in ('phone', 'web') as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1
