-- { "code": "P04-2", "name": "走访提前公告率", "unit": "%", "of": "次", "kind": "share", "period": "span",
--   "meaning": "走访里提前三天以上公告的比例。",
--   "formula": "提前三天公告 ÷ 走访",
--   "numerator": "提前三天以上公告的走访",
--   "denominator": "期内的走访",
--   "frequency": "quarter", "source": "联系走访台账", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'visitedOn')::date as day, f.place_path, coalesce((f.data ->> 'plannedOn')::date - (f.data ->> 'noticedOn')::date >= 3, false) as counted,
       f.title as "主题", f.community as "社区", f.data ->> 'noticedOn' as "公告", f.data ->> 'plannedOn' as "预定"
  from facts_entry f
 where f.district = $1 and f.register = 'leader-visit' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' = 'visited'
