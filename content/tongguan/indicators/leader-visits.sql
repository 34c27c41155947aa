-- { "code": "P04", "name": "联系社区走访", "unit": "次", "kind": "count", "period": "span",
--   "meaning": "期内区领导、区直部门到联系社区的走访接待。",
--   "formula": "Σ 走访",
--   "numerator": "走访",
--   "denominator": null,
--   "frequency": "quarter", "source": "联系走访台账", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'visitedOn')::date as day, f.place_path, true as counted,
       f.title as "主题", f.community as "社区", (f.data ->> 'received')::int as "接待居民", jsonb_array_length(coalesce(f.data -> 'issues', '[]')) as "问题"
  from facts_entry f
 where f.district = $1 and f.register = 'leader-visit' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'visited'
