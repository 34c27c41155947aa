-- {"name": "退件率", "unit": "%", "kind": "share", "meaning": "受理的件中，被承办单位退回过窗口的比例。"}
select f.accepted_on as day,
       f.place_path,
       exists (select from facts_part p where p.district = f.district and p.case_id = f.case_id and p.status = 'returned') as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.accepted_at is not null
