-- {"title": "平台外受理情况报送"}
select b.day as day,
       f.place_path,
       b.unit as "单位",
       b.point as "受理点",
       b.item as "事项",
       b.applicant as "申请人",
       b.number as "本部门编号",
       b.matched as "匹配到的办件"
  from facts_bypass b cross join lateral (select b.district, '' as place_path) f
 where f.district = $1 and true
