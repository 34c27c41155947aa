-- {"title": "容缺受理台账"}
select f.accepted_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       jsonb_array_length(f.tolerance -> 'codes') as "容缺材料数",
       left(f.tolerance ->> 'signedBy', 1) || '**' as "承诺人",
       case when f.closing = 'tolerance-lapsed' then '逾期未补，视为撤回' when exists (select from facts_material x where x.district = f.district and x.case_id = f.case_id and x.status = 'promised') then '待补' else '已补齐' end as "状态"
  from facts_matter f
 where f.district = $1 and f.tolerance is not null
