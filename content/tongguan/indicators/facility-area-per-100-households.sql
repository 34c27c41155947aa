-- { "code": "F03", "name": "每百户设施面积", "unit": "平方米/百户", "kind": "ratio", "over": "facility-households-served", "per": 100, "period": "point",
--   "meaning": "开放设施的建筑面积，按它们的服务户数摊到每百户。国家指引为不少于三十平方米。",
--   "formula": "开放设施建筑面积 ÷ 服务户数 × 100",
--   "numerator": "开放设施的建筑面积",
--   "denominator": "开放设施的服务户数",
--   "frequency": "month", "source": "综合服务设施台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 30, "by": "2020-12-31", "document": "国家发展改革委社区综合服务设施建设指引：每百户不少于三十平方米"}, "warn": 24, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'openedOn')::date) as day, f.valid_to as until, f.place_path, true as counted, coalesce((f.data ->> 'area')::numeric, 0) as amount,
       f.title as "设施", f.community as "社区", (f.data ->> 'area')::numeric as "建筑面积", (f.data ->> 'households')::int as "服务户数"
  from facts_entry f
 where f.district = $1 and f.register = 'facility' and f.replaced_at is null and f.data ->> 'status' = 'opened'
