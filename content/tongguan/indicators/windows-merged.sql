-- { "code": "S05", "name": "归并专业窗口数", "unit": "个", "kind": "count", "period": "point",
--   "meaning": "原来单设、当日已经归并到综合窗口的专业窗口，一个条线一个。",
--   "formula": "Σ 窗口",
--   "numerator": "已归并的专业窗口",
--   "denominator": null,
--   "frequency": "quarter", "source": "归并窗口台账", "owner": "government-office", "collection": "auto", "dimensions": ["line", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'mergedOn')::date) as day, f.valid_to as until, f.place_path, true as counted,
       (select l.labels from facts_labels l where l.district = $1 and l.register = 'window-line' and l.field = 'line') ->> (f.data ->> 'line') as "条线", f.title as "原窗口", f.data ->> 'mergedOn' as "归并日期"
  from facts_entry f
 where f.district = $1 and f.register = 'window-line' and f.replaced_at is null and f.data ->> 'status' = 'merged'
