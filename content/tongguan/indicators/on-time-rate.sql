-- { "code": "S04-1", "name": "按期办结率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "应当办结的件中，在承诺期限内（扣除特别程序）办结的比例；过了期限还没办结的也在分母里。",
--   "formula": "按期办结 ÷ 应当办结",
--   "numerator": "承诺期限内（扣除特别程序）办结的件",
--   "denominator": "应当办结的件，过了期限还没办结的也算",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.due_on as day,
       f.place_path,
       coalesce(f.ended_at < f.due_at, false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_deadline f
 where f.district = $1 and f.due_at is not null and (f.ended_at is not null or f.due_at <= current_setting('linli.now')::timestamptz)
