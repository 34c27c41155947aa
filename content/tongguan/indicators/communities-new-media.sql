-- { "code": "C01", "name": "运用新媒体治理的社区", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "当日至少有一个在用的社区论坛、微信、移动客户端等的社区；一个社区有几个也只算一次，停更和关闭的不算。",
--   "formula": "去重计数社区",
--   "numerator": "有在用新媒体的社区",
--   "denominator": null,
--   "frequency": "month", "source": "社区新媒体台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'openedOn')::date) as day, least(f.valid_to, (f.data ->> 'closedOn')::date) as until, f.place_path, f.place_id as person, true as counted,
       f.community as "社区", f.title as "名称", (select l.labels from facts_labels l where l.district = $1 and l.register = 'new-media-channel' and l.field = 'kind') ->> (f.data ->> 'kind') as "种类"
  from facts_entry f
 where f.district = $1 and f.register = 'new-media-channel' and f.replaced_at is null and f.data ->> 'status' = 'active'
