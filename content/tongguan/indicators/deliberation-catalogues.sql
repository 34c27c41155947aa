-- { "code": "A03", "name": "协商目录公布率", "unit": "%", "of": "个", "kind": "share", "period": "point",
--   "meaning": "协商试点单位里，已经公布具体协商事项目录的比例。",
--   "formula": "已公布目录 ÷ 试点单位",
--   "numerator": "已公布协商目录的单位",
--   "denominator": "试点单位",
--   "frequency": "month", "source": "协商试点台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'startedOn')::date) as day, f.valid_to as until, f.place_path, f.data ? 'cataloguePublishedOn' as counted,
       f.community as "单位", f.data ->> 'cataloguePublishedOn' as "公布日期", (f.data ->> 'topics')::int as "事项"
  from facts_entry f
 where f.district = $1 and f.register = 'deliberation-pilot' and f.replaced_at is null and f.data ->> 'status' in ('pilot', 'extended')
