-- {"title": "不予受理台账"}
select f.closed_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       case f.refusal ->> 'kind' when 'not-ours' then '不属于本机关职权' when 'not-needed' then '依法不需要办理' else '不符合受理条件' end as "情形",
       f.refusal ->> 'reason' as "理由",
       f.refusal ->> 'rightBody' as "应向哪个机关申请"
  from facts_matter f
 where f.district = $1 and f.status = 'refused'
