-- { "code": "G03-2", "name": "走访次数", "unit": "次", "kind": "count", "period": "span",
--   "meaning": "网格员上门走访、入户采集的次数；没有开门的不算。",
--   "formula": "Σ 走访",
--   "numerator": "上门走访和入户采集",
--   "denominator": null,
--   "frequency": "month", "source": "网格工作记录", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.on_day as day,
       f.place_path,
       true as counted,
       f.grid as "网格",
       case f.kind when 'visit' then '走访' else '入户采集' end as "种类",
       f.on_day as "日期"
  from facts_field f
 where f.district = $1 and f.kind in ('visit', 'collect')
