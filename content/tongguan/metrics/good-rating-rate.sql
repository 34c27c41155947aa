-- {"name": "好评率", "unit": "%", "kind": "share", "meaning": "有效评价中，非常满意、满意、基本满意的比例；经申诉复核排除的不计。"}
select (f.rated_at at time zone 'Asia/Shanghai')::date as day,
       f.place_path,
       f.rating <= 3 as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.rating is not null and not f.rating_excluded
