-- {"name": "解决率", "unit": "%", "kind": "share", "meaning": "办结的件中，申请人确认已经解决的比例。办结不等于解决。"}
select f.closed_on as day,
       f.place_path,
       f.solution = 'solved' as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.closed_on is not null
