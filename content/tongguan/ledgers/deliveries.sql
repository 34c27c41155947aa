-- {"title": "送达登记"}
select f.closed_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       case f.delivery ->> 'method' when 'window' then '窗口领取' when 'door' then '上门' when 'post' then '邮寄' when 'left' then '留置' else '电子' end as "送达方式",
       left(f.delivery ->> 'receivedBy', 1) || '**' as "签收人",
       to_char((f.delivery ->> 'at')::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "送达时间",
       f.result ->> 'name' as "结果"
  from facts_matter f
 where f.district = $1 and f.delivery is not null
