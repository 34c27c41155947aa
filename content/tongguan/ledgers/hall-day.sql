-- {"title": "大厅日报"}
select f.day, f.place_path, f.unit as "窗口", count(*) filter (where f.what = 'received') as "收件",
       count(*) filter (where f.what = 'accepted') as "受理", count(*) filter (where f.what = 'correction') as "补正告知",
       count(*) filter (where f.what = 'refused') as "不予受理", count(*) filter (where f.what = 'closed') as "办结",
       count(*) filter (where f.what = 'rated') as "评价"
  from (select district, received_on as day, place_path, accept_unit as unit, 'received' as what from facts_matter
        union all select district, accepted_on, place_path, accept_unit, 'accepted' from facts_matter where accepted_on is not null
        union all select m.district, e.on_day, m.place_path, m.accept_unit, 'correction' from facts_event e
          join facts_matter m on m.district = e.district and m.case_id = e.case_id where e.verb = 'matter.correction-asked'
        union all select district, closed_on, place_path, accept_unit, 'refused' from facts_matter where status = 'refused'
        union all select district, closed_on, place_path, accept_unit, 'closed' from facts_matter where closed_on is not null
        union all select district, (rated_at at time zone 'Asia/Shanghai')::date, place_path, accept_unit, 'rated' from facts_matter where rated_at is not null) f
 where f.district = $1
 group by f.day, f.place_path, f.unit
