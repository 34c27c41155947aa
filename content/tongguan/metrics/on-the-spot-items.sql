-- {"name": "即办件占比", "unit": "%", "kind": "share", "meaning": "即办件占全部事项的比例（事项口径）。"}
select null::date as day,
       '' as place_path,
       f.project_type = 'on-the-spot' as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1 and true
