-- { "code": "S04-2", "name": "好评率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "有效评价中，非常满意、满意、基本满意的比例；经申诉复核排除的不计。",
--   "formula": "非常满意、满意、基本满意 ÷ 有效评价",
--   "numerator": "非常满意、满意、基本满意的件",
--   "denominator": "有效评价的件，经申诉复核排除的不算",
--   "frequency": "month", "source": "好差评", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.rated_at at time zone 'Asia/Shanghai')::date as day,
       f.place_path,
       f.rating <= 3 as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.rating is not null and not f.rating_excluded
