-- { "code": "W03", "name": "社区工作者流失率", "unit": "%", "of": "人", "kind": "ratio", "over": "worker-years", "per": 100, "period": "span",
--   "meaning": "期内离开社区工作者队伍的人，比平均在岗人数。退休、社区之间调动、借调不算流失（R-12.6）。一年以外的期间，平均在岗人数折合成一年，算出来的是年化的流失率。",
--   "formula": "离职人数 ÷ 平均在岗人数 × 100",
--   "numerator": "期内离职的社区工作者",
--   "denominator": "平均在岗人数",
--   "frequency": "year", "source": "社区工作者变动台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'on')::date as day, f.place_path, f.data ->> 'kind' = 'leaving' as counted,
       (select l.labels from facts_labels l where l.district = $1 and l.register = 'worker-change' and l.field = 'kind') ->> (f.data ->> 'kind') as "变动", f.data ->> 'on' as "日期", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'worker-change' and l.field = 'reason') ->> (f.data ->> 'reason') as "原因",
       case when (f.data ->> 'young')::boolean then '是' else '否' end as "三十五岁及以下"
  from facts_entry f
 where f.district = $1 and f.register = 'worker-change' and f.replaced_at is null and f.valid_to is null and f.data ->> 'kind' in ('leaving', 'retirement', 'transfer', 'secondment')
