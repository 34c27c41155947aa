-- { "code": "P01", "name": "网格党支部覆盖率", "unit": "%", "of": "个", "kind": "ratio", "over": "grids", "per": 100, "period": "point",
--   "meaning": "由党支部或者联合党支部覆盖的网格，占当日网格的比例。几个网格可以联合成立一个支部（R-8.1）。只数网格，不涉及任何党员（R-8.2）。",
--   "formula": "有支部覆盖的网格 ÷ 网格 × 100",
--   "numerator": "有党支部覆盖的网格（去重）",
--   "denominator": "当日的网格",
--   "frequency": "quarter", "source": "党组织台账、区划", "owner": "government-office", "collection": "auto", "dimensions": ["community"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "party-worker" }
select f.valid_from as day, f.valid_to as until, p.path as place_path, p.place_id as person, true as counted,
       p.name as "网格", p.code as "代码", f.community as "社区"
  from facts_entry f cross join lateral jsonb_array_elements(coalesce(f.data -> 'grids', '[]')) g
  join facts_place p on p.district = f.district and p.place_id = g ->> 'grid' and p.last
 where f.district = $1 and f.register = 'party-organisation' and f.replaced_at is null
   and f.data ->> 'kind' in ('branch', 'joint-branch') and f.data ->> 'status' = 'active'
