-- { "code": "O06-1", "name": "购买服务受益人数", "unit": "人", "kind": "count", "period": "span",
--   "meaning": "期内验收的项目登记的受益人数。一个项目内一个人算一次；在两个项目里受益的人算两次，各项目之间没有去重。",
--   "formula": "Σ 受益人数",
--   "numerator": "验收项目的受益人数",
--   "denominator": null,
--   "frequency": "quarter", "source": "购买服务台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'acceptedOn')::date as day, f.place_path, true as counted, coalesce((f.data ->> 'beneficiaries')::numeric, 0) as amount,
       f.title as "项目", f.community as "服务地区", (f.data ->> 'beneficiaries')::int as "受益人数", (f.data ->> 'satisfaction')::numeric as "满意率"
  from facts_entry f
 where f.district = $1 and f.register = 'purchase-project' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' in ('accepted', 'closed')
