-- { "code": "W04", "name": "社区工作者培训覆盖率", "unit": "%", "of": "人", "kind": "ratio", "over": "community-workers", "per": 100, "period": "span",
--   "meaning": "期内至少参加过一期培训的社区工作者，比期末在岗的人数。一个人参加几期只算一次：人次不是人。",
--   "formula": "参训人数 ÷ 在岗人数 × 100",
--   "numerator": "期内参加过培训的社区工作者（去重）",
--   "denominator": "期末在岗的社区工作者",
--   "frequency": "year", "source": "参训记录、社区工作者台账", "owner": "civil-affairs", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": null, "warn": null, "better": "more", "publish": "inner", "reviewer": "statistician" }
select (f.data ->> 'on')::date as day, f.place_path, f.data ->> 'worker' as person, true as counted,
       w.data ->> 'staffNo' as "工号", f.community as "社区", t.title as "培训", (f.data ->> 'hours')::numeric as "学时"
  from facts_entry f
  left join facts_entry w on w.district = f.district and w.register = 'community-worker' and w.entry_id = (f.data ->> 'worker')::uuid and w.replaced_at is null and w.valid_to is null
  left join facts_entry t on t.district = f.district and t.register = 'training' and t.entry_id = (f.data ->> 'training')::uuid and t.replaced_at is null and t.valid_to is null
 where f.district = $1 and f.register = 'training-attendance' and f.replaced_at is null and f.valid_to is null
