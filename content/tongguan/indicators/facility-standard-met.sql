-- { "code": "F02", "name": "达标设施比例", "unit": "%", "of": "处", "kind": "share", "period": "point",
--   "meaning": "当日开放的综合服务设施里，适用标准（五中心一广场、一厅八室三栏一场所）各项齐全、面积够的比例；没有登记适用标准的算不达标。标准的各项是推定的，核定后按新版本算。",
--   "formula": "达标的开放设施 ÷ 开放的设施",
--   "numerator": "各标准项都有、面积都够的设施",
--   "denominator": "开放的综合服务设施",
--   "frequency": "month", "source": "综合服务设施台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select greatest(f.valid_from, s.valid_from, (f.data ->> 'openedOn')::date) as day, least(f.valid_to, s.valid_to) as until, f.place_path,
       s.entry_id is not null and not exists (
         select from jsonb_array_elements(s.data -> 'components') c
           left join lateral (select sum((r ->> 'number')::numeric) as number, sum((r ->> 'area')::numeric) as area
                                from jsonb_array_elements(coalesce(f.data -> 'rooms', '[]')) r where r ->> 'component' = c ->> 'component') have on true
          where coalesce(have.number, 0) < (c ->> 'number')::numeric or coalesce(have.area, 0) < coalesce((c ->> 'area')::numeric, 0)) as counted,
       f.title as "设施", f.community as "社区", s.title as "适用标准"
  from facts_entry f
  left join facts_entry s on s.district = f.district and s.register = 'facility-standard' and s.entry_id = (f.data ->> 'standard')::uuid and s.replaced_at is null
   and (s.valid_to is null or s.valid_to > f.valid_from) and (f.valid_to is null or f.valid_to > s.valid_from)
 where f.district = $1 and f.register = 'facility' and f.replaced_at is null and f.data ->> 'status' = 'opened'
