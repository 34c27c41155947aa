select r ->> 'name' as "房间", (r ->> 'area')::numeric as "面积"
  from facts_entry f, jsonb_array_elements(coalesce(f.data -> 'rooms', '[]')) r
 where f.district = $1 and f.entry_id = $2 and f.replaced_at is null and f.valid_from <= $3 and (f.valid_to is null or f.valid_to > $3)
