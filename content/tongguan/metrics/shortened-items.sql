-- {"name": "承诺时限压减事项占比", "unit": "%", "kind": "share", "meaning": "有法定期限的事项中，承诺期限比法定期限短的比例。"}
select null::date as day,
       '' as place_path,
       f.promised < f.legal as counted,
       f.name as "事项"
  from facts_item f
 where f.district = $1 and f.legal is not null
