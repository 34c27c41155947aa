-- { "code": "K05", "name": "有文化品牌的社区比例", "unit": "%", "of": "个", "kind": "ratio", "over": "communities", "per": 100, "period": "point",
--   "meaning": "至少有一个在办的文化品牌的社区，占社区（村）的比例（一社一品）；区级品牌不算到社区。",
--   "formula": "有品牌的社区 ÷ 社区和村 × 100",
--   "numerator": "有品牌的社区",
--   "denominator": "社区和村",
--   "frequency": "quarter", "source": "文化品牌台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 100, "by": "2020-12-31", "document": "区“三个社区”建设专项工作报告（2017 年）：“一社一品”“一社多品”"}, "warn": 80, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.valid_from as day, f.valid_to as until, f.place_path, f.place_id as person, true as counted,
       f.community as "社区", f.title as "品牌"
  from facts_entry f
 where f.district = $1 and f.register = 'culture-brand' and f.replaced_at is null and f.data ->> 'status' = 'active'
