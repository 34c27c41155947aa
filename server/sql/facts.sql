-- What may be counted and listed: one row a matter, a part, an item … with no personal data beyond a masked name. Ledgers and
-- metrics of a pack read these views and nothing else.

drop view if exists facts_matter, facts_event, facts_part, facts_item, facts_supervision, facts_bypass, facts_entry;

create view facts_matter as
select c.district, c.id as case_id, c.number, c.title, c.item_id, d.body ->> 'line' as line, d.body ->> 'projectType' as project_type,
       p.path as place_path, p.name as community, au.id as accept_unit_id, au.short_name as accept_unit, lu.short_name as lead_unit,
       left(y.name, 1) || repeat('*', greatest(char_length(y.name) - 1, 1)) as applicant,
       c.channel, c.status, c.closing, c.outcome, c.solution,
       c.received_at, c.accepted_at, c.decided_at, c.closed_at,
       (c.received_at at time zone 'Asia/Shanghai')::date as received_on,
       (c.accepted_at at time zone 'Asia/Shanghai')::date as accepted_on,
       (c.decided_at at time zone 'Asia/Shanghai')::date as decided_on,
       (c.closed_at at time zone 'Asia/Shanghai')::date as closed_on,
       m.deemed, m.notice, m.tolerance, m.refusal, m.extension, m.decision, m.delivery, m.result, m.exceptions,
       t.due_at, t.legal_due_at, t.amount as limit_amount, t.unit as limit_unit, t.legal_amount,
       coalesce(t.ended_at, c.closed_at) as ended_at,
       r.level as rating, r.at as rated_at, r.contacted_at, r.rectified_at, r.called_back_at, r.call_back_satisfied,
       coalesce(r.appeal_upheld, false) as rating_excluded
  from cases c
  join matter m on m.district = c.district and m.case_id = c.id
  join party y on y.district = c.district and y.case_id = c.id and y.role = 'applicant'
  join place p on p.district = c.district and p.id = c.place_id
  join unit au on au.district = c.district and au.id = c.accept_unit
  join unit lu on lu.district = c.district and lu.id = c.lead_unit
  join definition d on d.district = c.district and d.kind = 'item' and d.digest = c.item_digest
  left join lateral (select * from clock k where k.district = c.district and k.case_id = c.id and k.name = 'total'
    order by k.started_at desc limit 1) t on true
  left join rating r on r.district = c.district and r.case_id = c.id;

create view facts_event as
select e.district, e.case_id, e.verb, e.data, e.at, (e.at at time zone 'Asia/Shanghai')::date as on_day
  from event e where e.case_id is not null;

create view facts_part as
select t.district, t.case_id, t.id, t.title, t.kind, u.id as unit_id, u.short_name as unit, t.status, t.outcome, t.opinion,
       (t.opened_at at time zone 'Asia/Shanghai')::date as opened_on, (t.ended_at at time zone 'Asia/Shanghai')::date as ended_on,
       k.due_at, k.segments, t.ended_at
  from case_task t
  join unit u on u.district = t.district and u.id = t.unit_id
  left join clock k on k.district = t.district and k.task_id = t.id and k.name = 'task';

create view facts_item as
select d.district, d.id as item_id, d.body ->> 'name' as name, d.body ->> 'line' as line, d.body ->> 'projectType' as project_type,
       (d.body ->> 'visits')::int as visits, (d.body #>> '{limits,promised,amount}')::int as promised,
       (d.body #>> '{limits,legal,amount}')::int as legal, d.published_at
  from definition d
 where d.kind = 'item' and d.version = (select max(x.version) from definition x
   where x.district = d.district and x.kind = 'item' and x.id = d.id);

create view facts_supervision as
select s.district, s.case_id, s.number, s.basis, s.demand, u.short_name as target, s.reply,
       (s.at at time zone 'Asia/Shanghai')::date as ordered_on, (s.replied_at at time zone 'Asia/Shanghai')::date as replied_on
  from supervision s join unit u on u.district = s.district and u.id = s.target_unit;

create view facts_bypass as
select b.district, b.day, u.id as unit_id, u.short_name as unit, b.point, b.item, b.applicant, b.number, c.number as matched
  from bypass_record b
  join unit u on u.district = b.district and u.id = b.unit_id
  left join cases c on c.district = b.district and c.id = b.case_id;

-- What stays: one row a version of an entry, as known from recorded_at to replaced_at to be so from valid_from to valid_to (exclusive).
-- Today's state is replaced_at is null and the day between the two. Personal fields are sealed apart and never here.
create view facts_entry as
select v.district, v.register, v.entry_id, v.id as version_id, v.title, v.place_id, p.path as place_path, p.name as community,
       v.valid_from, v.valid_to, v.recorded_at, v.replaced_at, v.data
  from register_version v
  join place p on p.district = v.district and p.id = v.place_id;
