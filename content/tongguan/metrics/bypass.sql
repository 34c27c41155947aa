-- {"name": "平台外受理数", "unit": "件次", "kind": "count", "meaning": "部门自报台账中没有对应办件的件次；目标是零。"}
select f.day as day,
       '' as place_path,
       true as counted,
       f.unit as "单位",
       f.item as "事项"
  from facts_bypass f
 where f.district = $1 and f.matched is null
