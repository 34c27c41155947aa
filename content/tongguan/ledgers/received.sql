-- {"title": "收件登记簿"}
select f.received_on as day,
       f.place_path,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       case f.channel when 'window' then '窗口' when 'door' then '上门' else '手机' end as "来源",
       f.accept_unit as "收件窗口",
       to_char(f.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "收件时间",
       case when f.exceptions ? 'late' then '补录：' || (f.exceptions #>> '{late,reason}') end as "补录"
  from facts_matter f
 where f.district = $1 and true
