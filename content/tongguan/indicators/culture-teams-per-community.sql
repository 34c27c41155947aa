-- { "code": "K01-1", "name": "每社区文化特色队伍", "unit": "支/社区", "kind": "ratio", "over": "communities", "period": "point",
--   "meaning": "全区（或者所选地方）的特色队伍数，平均到每个社区。特色队伍推定为：已备案、固定成员十人以上、近一年活动十二次以上、有特色项目；标准待核定，改了出新版本。跨社区的队伍只在主要活动的社区算一次。",
--   "formula": "特色队伍 ÷ 社区数",
--   "numerator": "符合特色标准的队伍",
--   "denominator": "社区和村",
--   "frequency": "quarter", "source": "文化队伍台账", "owner": "culture", "collection": "auto", "dimensions": ["community", "month"], "version": 1, "from": "2016-01-01",
--   "target": {"value": 10, "by": "2020-12-31", "document": "区“十三五”文化发展目标（2017 年专项工作报告）"}, "warn": 7, "better": "more", "publish": "public", "reviewer": "statistician" }
select greatest(f.valid_from, (f.data ->> 'foundedOn')::date) as day, f.valid_to as until, f.place_path, true as counted,
       f.title as "队名", f.community as "社区", (select l.labels from facts_labels l where l.district = $1 and l.register = 'culture-team' and l.field = 'kind') ->> (f.data ->> 'kind') as "类别", (f.data ->> 'members')::int as "成员", f.data ->> 'speciality' as "特色"
  from facts_entry f
 where f.district = $1 and f.register = 'culture-team' and f.replaced_at is null and f.data ->> 'status' = 'active' and (f.data ->> 'filed')::boolean and coalesce((f.data ->> 'members')::int, 0) >= 10 and coalesce((f.data ->> 'activities')::int, 0) >= 12 and f.data ? 'speciality'
