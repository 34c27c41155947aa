-- {"title": "督办台账"}
select s.ordered_on as day,
       f.place_path,
       s.number as "督办编号",
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区",
       s.target as "被督办单位",
       s.basis as "依据",
       s.demand as "要求",
       s.reply as "答复",
       to_char(s.replied_on, 'YYYY-MM-DD') as "答复日期"
  from facts_supervision s join facts_matter f on f.district = s.district and f.case_id = s.case_id
 where f.district = $1 and true
