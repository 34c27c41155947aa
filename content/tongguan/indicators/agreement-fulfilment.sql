-- { "code": "P02", "name": "共建协议履约率", "unit": "%", "of": "项", "kind": "share", "period": "span",
--   "meaning": "共驻共建协议里约定期限在期内的承诺，已经兑现的比例；逾期没有兑现的在分母里，逾期兑现的算兑现。",
--   "formula": "已完成 ÷ 到期的",
--   "numerator": "有完成日期的",
--   "denominator": "期内到期的，逾期没有完成的也在内",
--   "frequency": "quarter", "source": "共驻共建协议台账", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select (t ->> 'dueOn')::date as day, f.place_path, t ? 'doneOn' as counted,
       t ->> 'what' as "事项", f.title as "出处", t ->> 'dueOn' as "期限", t ->> 'doneOn' as "完成日期"
  from facts_entry f cross join lateral jsonb_array_elements(coalesce(f.data -> 'commitments', '[]')) t
 where f.district = $1 and f.register = 'co-building-agreement' and f.replaced_at is null and f.valid_to is null and t ? 'dueOn'
