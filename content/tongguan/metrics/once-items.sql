-- {"name": "最多跑一次事项占比", "unit": "%", "kind": "share", "meaning": "到现场次数不超过一次的事项占全部事项的比例（事项口径）。"}
select null::date as day,
       '' as place_path,
       f.visits <= 1 as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1 and true
