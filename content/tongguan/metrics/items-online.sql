-- {"name": "上线事项数", "unit": "项", "kind": "count", "meaning": "目录里在用的事项数（时点数，不看起止日期）。"}
select null::date as day,
       '' as place_path,
       true as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1 and true
