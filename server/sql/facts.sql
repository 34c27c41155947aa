-- What may be counted and listed: one row a matter, a part, an item, a residence … with no personal data beyond a masked name. Ledgers and
-- indicators of a pack read these views and nothing else. Joins that a query does not need fall away by themselves: they are left joins on
-- whole keys, so that the figure of the whole district is counted from one table, most often from one index.

do $$ declare v text; begin
  for v in select table_name from information_schema.views where table_schema = current_schema() and table_name like 'facts\_%' loop
    execute format('drop view if exists %I cascade', v);
  end loop;
end $$;

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
       m.deemed, m.notice, m.refusal, m.extension, m.decision, m.result,
       m.tolerance || jsonb_build_object('signedBy', left(m.tolerance ->> 'signedBy', 1) || '**') as tolerance,
       m.delivery - 'witnesses' || jsonb_build_object('receivedBy', left(m.delivery ->> 'receivedBy', 1) || '**') as delivery,
       jsonb_strip_nulls(jsonb_build_object('helper', m.exceptions -> 'helper', 'late', m.exceptions -> 'late')) as exceptions,
       r.level as rating, r.at as rated_at, r.contacted_at, r.rectified_at, r.called_back_at, r.call_back_satisfied,
       coalesce(r.appeal_upheld, false) as rating_excluded
  from cases c
  left join matter m on m.district = c.district and m.case_id = c.id
  left join party y on y.district = c.district and y.case_id = c.id and y.role = 'applicant'
  left join place p on p.district = c.district and p.id = c.place_id
  left join unit au on au.district = c.district and au.id = c.accept_unit
  left join unit lu on lu.district = c.district and lu.id = c.lead_unit
  left join definition d on d.district = c.district and d.kind = 'item' and d.digest = c.item_digest
  left join rating r on r.district = c.district and r.case_id = c.id;

-- Accepted matters with their deadlines. Taken up again, a matter is accepted anew, and its clock starts then.
create view facts_deadline as
select c.district, c.id as case_id, c.number, c.title, p.path as place_path, p.name as community, lu.short_name as lead_unit,
       c.accepted_at, c.decided_at, c.closed_at, (c.accepted_at at time zone 'Asia/Shanghai')::date as accepted_on,
       (c.decided_at at time zone 'Asia/Shanghai')::date as decided_on,
       -- The last day that was still in time.
       ((t.due_at - interval '1 second') at time zone 'Asia/Shanghai')::date as due_on,
       ((t.legal_due_at - interval '1 second') at time zone 'Asia/Shanghai')::date as legal_due_on,
       (coalesce(t.ended_at, c.closed_at) at time zone 'Asia/Shanghai')::date as ended_on,
       t.due_at, t.legal_due_at, t.amount as limit_amount, t.unit as limit_unit, t.legal_amount, coalesce(t.ended_at, c.closed_at) as ended_at,
       left(y.name, 1) || repeat('*', greatest(char_length(y.name) - 1, 1)) as applicant
  from clock t
  join cases c on c.district = t.district and c.id = t.case_id and c.accepted_at = t.started_at
  left join place p on p.district = c.district and p.id = c.place_id
  left join unit lu on lu.district = c.district and lu.id = c.lead_unit
  left join party y on y.district = c.district and y.case_id = c.id and y.role = 'applicant'
 where t.name = 'total';

-- Of what an event says, the words of the office and no names.
create view facts_event as
select e.district, e.case_id, e.verb, e.at,
       jsonb_strip_nulls(jsonb_build_object('items', e.data -> 'items', 'title', e.data -> 'title', 'reason', e.data -> 'reason', 'kind', e.data -> 'kind',
         'expectedEnd', e.data -> 'expectedEnd', 'task', e.data -> 'task', 'tolerated', e.data -> 'tolerated', 'from', e.data -> 'from')) as data,
 (e.at at time zone 'Asia/Shanghai')::date as on_day
  from event e where e.case_id is not null;

create view facts_part as
select t.district, t.case_id, t.id, t.title, t.kind, u.id as unit_id, u.short_name as unit, t.status, t.outcome, t.opinion,
       (t.opened_at at time zone 'Asia/Shanghai')::date as opened_on, (t.ended_at at time zone 'Asia/Shanghai')::date as ended_on,
       k.due_at, k.segments, t.ended_at
  from case_task t
  left join unit u on u.district = t.district and u.id = t.unit_id
  left join clock k on k.district = t.district and k.task_id = t.id and k.name = 'task';

create view facts_material as
select m.district, m.case_id, m.code, m.name, m.necessity, m.status, (m.at at time zone 'Asia/Shanghai')::date as on_day
  from case_material m;

-- Items of the catalogue: since when and until when they were in use; what the pack brought was there before anybody asked.
create view facts_item as
select d.district, d.id as item_id, d.body ->> 'name' as name, d.body ->> 'line' as line, d.body ->> 'projectType' as project_type,
       (d.body ->> 'visits')::int as visits, (d.body #>> '{limits,promised,amount}')::int as promised,
       (d.body #>> '{limits,legal,amount}')::int as legal, d.published_at,
       case f.origin when 'pack' then null else (coalesce(f.effective_from, f.published_at) at time zone 'Asia/Shanghai')::date end as used_from,
       case when s.state <> 'in-use' then (s.at at time zone 'Asia/Shanghai')::date end as used_until
  from definition d
  left join definition f on f.district = d.district and f.kind = 'item' and f.id = d.id and f.version = 1
  left join item_state s on s.district = d.district and s.item_id = d.id
 where d.kind = 'item' and d.version = (select max(x.version) from definition x
   where x.district = d.district and x.kind = 'item' and x.id = d.id);

create view facts_supervision as
select s.district, s.case_id, s.number, s.basis, s.demand, u.short_name as target, s.reply,
       (s.at at time zone 'Asia/Shanghai')::date as ordered_on, (s.replied_at at time zone 'Asia/Shanghai')::date as replied_on
  from supervision s left join unit u on u.district = s.district and u.id = s.target_unit;

create view facts_bypass as
select b.district, b.day, u.id as unit_id, u.short_name as unit, b.point, b.item, b.applicant, b.number, c.number as matched
  from bypass_record b
  left join unit u on u.district = b.district and u.id = b.unit_id
  left join cases c on c.district = b.district and c.id = b.case_id;

-- What stays: one row a version of an entry, as known from recorded_at to replaced_at to be so from valid_from to valid_to (exclusive).
-- Today's state is replaced_at is null and the day between the two. Personal fields are sealed apart and never here.
create view facts_entry as
select v.district, v.register, v.entry_id, v.id as version_id, v.title, v.place_id, p.path as place_path, p.name as community,
       v.valid_from, v.valid_to, v.recorded_at, v.replaced_at, v.data
  from register_version v
  join place p on p.district = v.district and p.id = v.place_id;

-- The grids: what stood from which day until which (exclusive).
create view facts_grid as
select g.district, g.id as grid_id, g.name, c.name as community, g.path as place_path, g.valid_from, g.valid_to
  from place g
  left join place c on c.district = g.district and c.id = g.parent_id
 where g.kind = 'grid';

-- 信息: what one source said about one subject on one day. Where the subject belongs now is where it counts.
create view facts_record as
select r.district, r.id as record_id, r.subject_kind as kind, r.source, r.collected_on,
       (r.recorded_at at time zone 'Asia/Shanghai')::date as recorded_on, r.verified_at is not null as verified, coalesce(r.agrees, false) as agrees,
       coalesce(p.path, '') as place_path, p.name as place
  from record r
  left join person s on s.district = r.district and s.id = r.subject_id and r.subject_kind = 'person'
  left join dwelling w on w.district = r.district and w.id = r.subject_id and r.subject_kind = 'dwelling'
  left join building b on b.district = r.district and b.id = r.subject_id and r.subject_kind = 'building'
  left join organisation o on o.district = r.district and o.id = r.subject_id and r.subject_kind = 'organisation'
  left join place p on p.district = r.district and p.id = coalesce(s.place_id, w.community_id, b.community_id, o.community_id);

-- 户籍 (kind registered) and 实有 (present), one row a stay; usual_from is since when it makes somebody 常住. Who died or stands under another
-- file is counted no more. person_id is only for telling one from another; the year is all that is said of a birth.
create view facts_residence as
select r.district, r.person_id, r.kind, r.valid_from, r.valid_from + 183 as usual_from, least(r.valid_to, x.died_on) as valid_to,
       extract(year from s.born)::int as born_in, coalesce(p.path, '') as place_path, p.name as community
  from residence r
  left join (select d.district, d.id, d.died_on from person d where d.died_on is not null) x on x.district = r.district and x.id = r.person_id
  left join person s on s.district = r.district and s.id = r.person_id
  left join dwelling w on w.district = r.district and w.id = r.dwelling_id
  left join place p on p.district = w.district and p.id = w.community_id
 where r.dwelling_id is not null
   and not exists (select from person m where m.district = r.district and m.id = r.person_id and m.merged_into is not null);

-- A registered household stands from its first member's coming until its last one's leaving.
create view facts_household as
select h.district, h.household_id, h.valid_from, h.valid_to, coalesce(p.path, '') as place_path, p.name as community
  from (select r.district, md5(r.household) as household_id, min(r.valid_from) as valid_from,
               case when bool_and(r.valid_to is not null) then max(r.valid_to) end as valid_to, max(r.dwelling_id) as dwelling_id
          from residence r where r.kind = 'registered' and r.household is not null group by r.district, r.household) h
  left join dwelling w on w.district = h.district and w.id = h.dwelling_id
  left join place p on p.district = w.district and p.id = w.community_id;

create view facts_building as
select b.district, b.id as building_id, b.name, coalesce(p.path, '') as place_path, p.name as community
  from building b
  left join place p on p.district = b.district and p.id = b.community_id;

create view facts_organisation as
select o.district, o.id as organisation_id, o.name, o.kind, o.closed_on, coalesce(p.path, '') as place_path, p.name as community
  from organisation o
  left join place p on p.district = o.district and p.id = o.community_id;

-- Who is looked after, without saying who.
create view facts_care as
select c.district, c.category, c.level, c.since, coalesce(c.ended_on, c.until) as until, coalesce(p.path, '') as place_path
  from care c
  left join person s on s.district = c.district and s.id = c.person_id
  left join place p on p.district = c.district and p.id = s.place_id;

-- What was done in the grids.
create view facts_field as
select e.district, e.kind, (e.occurred_at at time zone 'Asia/Shanghai')::date as on_day, cardinality(e.points) as points,
       coalesce(g.path, '') as place_path, g.name as grid
  from field_entry e
  left join place g on g.district = e.district and g.id = e.grid_id;

-- Each point of a patrol plan, each time its rhythm asks for it: whether it was seen before the next time (2.5). due_on is the last day for it.
create view facts_patrol as
select p.district, p.name, x.point ->> 'name' as point, (d.day + p.every_days - 1)::date as due_on, g.path as place_path, g.name as grid,
       exists (select from field_entry e where e.district = p.district and e.subject = 'patrol:' || p.id and e.points @> array[x.point ->> 'id']
         and (e.occurred_at at time zone 'Asia/Shanghai')::date between d.day and d.day + p.every_days - 1) as seen
  from patrol_plan p
  join place g on g.district = p.district and g.id = p.grid_id
  cross join lateral (select p.valid_from + n * p.every_days as day
    from generate_series(0, (least(coalesce(p.valid_to, 'infinity'), coalesce(nullif(current_setting('linli.now', true), '')::timestamptz, now())::date) - p.valid_from) / p.every_days) n) d
  cross join lateral jsonb_array_elements(p.points) x(point);
