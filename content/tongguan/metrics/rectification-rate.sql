-- {"name": "差评整改率", "unit": "%", "kind": "share", "meaning": "差评中，已经整改并且回访满意的比例。"}
select (f.rated_at at time zone 'Asia/Shanghai')::date as day,
       f.place_path,
       coalesce(f.call_back_satisfied, false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.rating >= 4 and not f.rating_excluded
