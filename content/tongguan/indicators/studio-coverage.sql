-- { "code": "L02", "name": "两代表一委员工作室覆盖率", "unit": "%", "of": "个", "kind": "ratio", "over": "communities", "per": 100, "period": "point",
--   "meaning": "有开放的“两代表一委员”工作室的社区，占社区（村）的比例。",
--   "formula": "有工作室的社区 ÷ 社区和村 × 100",
--   "numerator": "有工作室的社区",
--   "denominator": "社区和村",
--   "frequency": "quarter", "source": "工作室台账", "owner": "peoples-congress", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.valid_from as day, f.valid_to as until, f.place_path, f.place_id as person, true as counted,
       f.community as "社区", f.title as "工作室"
  from facts_entry f
 where f.district = $1 and f.register = 'deputy-studio' and f.replaced_at is null and f.data ->> 'status' = 'open'
