-- { "code": "S03", "name": "办结率", "unit": "%", "of": "件次", "kind": "share", "period": "cumulative",
--   "meaning": "受理的件中，到“止”那天已经办结（出证、办结、不予、退回、补正不来）的比例；没到期的在办件也在分母里。",
--   "formula": "办结件次 ÷ 受理件次",
--   "numerator": "到“止”那天已经办结的件（出证、办结、不予、退回、补正不来）",
--   "denominator": "受理的件，没到期的在办件也算",
--   "frequency": "month", "source": "办件", "owner": "government-office", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "public", "reviewer": "statistician" }
select f.accepted_on as day,
       f.place_path,
       coalesce(f.closing in ('delivered', 'refused', 'returned', 'lapsed', 'tolerance-lapsed', 'unclaimed')
         and f.closed_on <= current_setting('linli.day')::date, false) as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.applicant as "申请人",
       f.community as "社区"
  from facts_matter f
 where f.district = $1 and f.accepted_at is not null
