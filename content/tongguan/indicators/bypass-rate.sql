-- { "code": "S06", "name": "平台外受理率", "unit": "%", "of": "件次", "kind": "share", "period": "span",
--   "meaning": "部门自报台账里没有对应办件的件次，占平台内外全部受理件次的比例；目标是零。",
--   "formula": "平台外受理 ÷（平台受理 + 平台外受理）",
--   "numerator": "部门自报台账里没有对应办件的件次",
--   "denominator": "平台受理的件次加平台外受理的件次",
--   "frequency": "month", "source": "办件、部门自报台账", "owner": "government-office", "collection": "auto", "dimensions": ["month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 0, "by": "2017-12-31", "document": "“平台以外无受理”（社区服务一口受理的工作要求）"}, "warn": null, "better": "less", "publish": "inner", "reviewer": "statistician" }
select f.accepted_on as day,
       f.place_path,
       false as counted,
       f.number as "办件编号",
       f.title as "事项",
       f.accept_unit as "受理单位"
  from facts_matter f
 where f.district = $1 and f.accepted_at is not null
 union all
select b.day, '', true, null, b.item, b.unit
  from facts_bypass b
 where b.district = $1 and b.matched is null
