-- {"name": "补正率", "unit": "%", "kind": "share", "meaning": "收件中发过补正告知的比例。"}
select f.received_on as day,
       f.place_path,
       f.notice is not null as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and true
