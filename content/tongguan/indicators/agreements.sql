-- { "code": "P03", "name": "共驻共建协议", "unit": "份", "kind": "count", "period": "point",
--   "meaning": "当日履行中的共驻共建、共建共享协议。",
--   "formula": "Σ 协议",
--   "numerator": "履行中的协议",
--   "denominator": null,
--   "frequency": "quarter", "source": "共驻共建协议台账", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'from')::date) as day, least(f.valid_to, (f.data ->> 'to')::date + 1) as until, f.place_path, true as counted,
       f.title as "协议", f.community as "社区", f.data ->> 'partner' as "辖区单位", f.data ->> 'to' as "届满"
  from facts_entry f
 where f.district = $1 and f.register = 'co-building-agreement' and f.replaced_at is null and f.data ->> 'status' not in ('draft', 'ended')
