-- {"title": "差评整改台账"}
select (f.rated_at at time zone 'Asia/Shanghai')::date as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       case f.rating when 4 then '不满意' else '非常不满意' end as "等级",
       to_char(f.contacted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "联系",
       to_char(f.rectified_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "整改",
       to_char(f.called_back_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "回访",
       case f.call_back_satisfied when true then '满意' when false then '仍不满意' end as "回访结果",
       case when f.rating_excluded then '成立，不计入统计' end as "申诉"
  from facts_matter f
 where f.district = $1 and f.rating >= 4
