-- {"name": "网办率", "unit": "%", "kind": "share", "meaning": "收件中由申请人在手机上提交的比例（件次口径）。"}
select f.received_on as day,
       f.place_path,
       f.channel in ('phone', 'web') as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and true
