-- { "code": "S04-14", "name": "承诺时限压减事项占比", "unit": "%", "of": "项", "kind": "share", "period": "point",
--   "meaning": "有法定期限的事项中，承诺期限比法定期限短的比例。",
--   "formula": "承诺短于法定 ÷ 有法定期限的事项",
--   "numerator": "承诺期限比法定期限短的事项",
--   "denominator": "有法定期限的事项",
--   "frequency": "month", "source": "事项目录", "owner": "government-office", "collection": "auto", "dimensions": [], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.used_from as day,
       f.used_until as until,
       '' as place_path,
       f.promised < f.legal as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1 and f.legal is not null
