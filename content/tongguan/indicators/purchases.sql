-- { "code": "O06", "name": "购买服务合同金额", "unit": "元", "kind": "count", "period": "span",
--   "meaning": "期内签订合同的购买服务项目的合同金额；终止的不算。",
--   "formula": "Σ 合同金额",
--   "numerator": "期内签订的合同",
--   "denominator": null,
--   "frequency": "quarter", "source": "购买服务台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (f.data ->> 'signedOn')::date as day, f.place_path, true as counted, (f.data ->> 'amount')::numeric as amount,
       f.title as "项目", f.community as "服务地区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'purchase-project' and l.field = 'method') ->> (f.data ->> 'method') as "采购方式", (f.data ->> 'amount')::numeric as "金额"
  from facts_entry f
 where f.district = $1 and f.register = 'purchase-project' and f.replaced_at is null and f.valid_to is null and f.data ->> 'status' <> 'ended'
