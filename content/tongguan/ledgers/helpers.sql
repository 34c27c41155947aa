-- {"title": "代办登记"}
select f.received_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       f.exceptions #>> '{helper,name}' as "代办人",
       case f.exceptions #>> '{helper,how}' when 'act' then '代办' else '帮办' end as "方式",
       case when f.closed_at is null then '在办' else '办结' end as "状态"
  from facts_matter f
 where f.district = $1 and f.exceptions ? 'helper'
