-- { "code": "K04-1", "name": "文化设施覆盖率", "unit": "%", "of": "个", "kind": "ratio", "over": "communities", "per": 100, "period": "point",
--   "meaning": "有开放的文体活动中心、文化广场或者书屋的社区，占社区（村）的比例；一个社区有几处只算一次。",
--   "formula": "有文化设施的社区 ÷ 社区和村 × 100",
--   "numerator": "有文化设施的社区",
--   "denominator": "社区和村",
--   "frequency": "quarter", "source": "文化体育场馆台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 100, "by": "2020-12-31", "document": "区“三个社区”建设专项工作报告（2017 年）：确保实现全覆盖"}, "warn": 90, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.valid_from as day, f.valid_to as until, f.place_path, f.place_id as person, true as counted,
       f.community as "社区", f.title as "场馆"
  from facts_entry f
 where f.district = $1 and f.register = 'venue' and f.replaced_at is null and f.data ->> 'status' = 'open' and f.data ->> 'kind' in ('centre', 'square', 'reading-room')
