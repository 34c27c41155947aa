-- { "code": "F06", "name": "停用公告按时率", "unit": "%", "of": "次", "kind": "share", "period": "span",
--   "meaning": "设施停用的公告，提前七天以上发出的比例（公共文化体育设施条例第十八条）。",
--   "formula": "提前七天的公告 ÷ 停用公告",
--   "numerator": "提前七天以上的公告",
--   "denominator": "期内开始停用的公告",
--   "frequency": "month", "source": "综合服务设施台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 100, "by": "2020-12-31", "document": "公共文化体育设施条例第十八条"}, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (c ->> 'from')::date as day, f.place_path, (c ->> 'from')::date - (c ->> 'noticedOn')::date >= 7 as counted,
       f.title as "设施", f.community as "社区", c ->> 'reason' as "原因", c ->> 'noticedOn' as "公告", c ->> 'from' as "停用开始"
  from facts_entry f cross join lateral jsonb_array_elements(coalesce(f.data -> 'closures', '[]')) c
 where f.district = $1 and f.register = 'facility' and f.replaced_at is null and f.valid_to is null
