-- { "code": "G03-1", "name": "巡查覆盖率", "unit": "%", "of": "次", "kind": "share", "period": "span",
--   "meaning": "巡查计划里的每个点位，每到该巡的时候，在下一次之前巡到的比例；只数点位，不数趟数。",
--   "formula": "巡到的点次 ÷ 应巡的点次",
--   "numerator": "按时巡到的点次",
--   "denominator": "应巡的点次",
--   "frequency": "month", "source": "巡查计划、网格工作记录", "owner": "dispatch-centre", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select f.due_on as day,
       f.place_path,
       f.seen as counted,
       f.grid as "网格",
       f.name as "巡查计划",
       f.point as "点位",
       f.due_on as "应巡日期"
  from facts_patrol f
 where f.district = $1 and f.due_on < current_setting('linli.now')::timestamptz::date
