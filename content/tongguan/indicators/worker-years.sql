-- { "code": "W07", "name": "平均在岗人数", "unit": "人", "kind": "count", "period": "span",
--   "meaning": "每个月一日在岗的社区工作者各计十二分之一：一年的合计就是全年平均在岗人数，短一些的期间算出来的是折合成一年的人数。",
--   "formula": "Σ 每月一日在岗人数 ÷ 12",
--   "numerator": "每月一日在岗的社区工作者",
--   "denominator": null,
--   "frequency": "year", "source": "社区工作者台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select m::date as day, f.place_path, true as counted, 1 / 12::numeric as amount,
       f.data ->> 'staffNo' as "工号", f.community as "社区", to_char(m, 'YYYY-MM') as "月份"
  from facts_entry f
 cross join lateral generate_series(date_trunc('month', greatest(f.valid_from, (f.data ->> 'joinedOn')::date) + interval '1 month' - interval '1 day'),
   least(f.valid_to - 1, (current_setting('linli.now')::timestamptz at time zone 'Asia/Shanghai')::date)::timestamp, '1 month') m
 where f.district = $1 and f.register = 'community-worker' and f.replaced_at is null and f.data ->> 'status' <> 'left'
