-- {"name": "提前办结率", "unit": "%", "kind": "share", "meaning": "办结的件中，比法定期限提前的比例；法律没有规定期限的不在分母里。"}
select f.decided_on as day,
       f.place_path,
       coalesce(f.ended_at < f.legal_due_at and f.due_at < f.legal_due_at, false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.decided_on is not null and f.legal_due_at is not null
