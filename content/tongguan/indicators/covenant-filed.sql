-- { "code": "M02", "name": "居民公约备案率", "unit": "%", "of": "个", "kind": "ratio", "over": "communities", "per": 100, "period": "point",
--   "meaning": "居民公约、村规民约已经备案的社区，占社区（村）的比例。",
--   "formula": "公约已备案的社区 ÷ 社区和村 × 100",
--   "numerator": "公约已备案的社区",
--   "denominator": "社区和村",
--   "frequency": "quarter", "source": "公约台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 100, "by": "2020-12-31", "document": "城市居民委员会组织法第十五条"}, "warn": 90, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.valid_from as day, f.valid_to as until, f.place_path, f.place_id as person, true as counted,
       f.community as "社区", f.title as "公约"
  from facts_entry f
 where f.district = $1 and f.register = 'covenant' and f.replaced_at is null and f.data ? 'filedOn' and f.data ->> 'status' in ('filed', 'published', 'revising')
