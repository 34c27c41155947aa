-- {"name": "办结率", "unit": "%", "kind": "share", "meaning": "期内受理的件中，到现在已经办结（出证、办结、不予、退回、补正不来）的比例；没到期的在办件也在分母里。"}
select f.accepted_on as day,
       f.place_path,
       coalesce(f.closing in ('delivered', 'refused', 'returned', 'lapsed', 'tolerance-lapsed', 'unclaimed'), false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.accepted_at is not null
