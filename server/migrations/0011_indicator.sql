-- What is counted (数): figures kept with the definition, the cut-off and the people who signed them.

create table figure (
  district        text not null references district,
  id              uuid not null,
  indicator       text not null,
  digest          text not null,
  place_id        text not null,
  from_on         date,
  to_on           date not null,
  cut_off         timestamptz not null,
  numerator       numeric,
  denominator     numeric,
  value           numeric,
  status          text not null check (status in ('draft','department','reviewed','locked')),
  restates        uuid,
  reason          text,
  override        numeric,
  override_reason text,
  override_by     text,
  computed_by     text,
  department_by   text,
  reviewed_by     text,
  locked_by       text,
  locked_at       timestamptz,
  primary key (district, id),
  foreign key (district, place_id) references place,
  foreign key (district, restates) references figure,
  check ((override is null) = (override_reason is null) and (override is null) = (override_by is null))
);
create index figure_of_indicator on figure (district, indicator, to_on); -- serves: what was said of it before
comment on table figure is 'A figure as it was reckoned once: by which definition, of which place and time, from the rows known at its cut-off. Locked, it is never changed; a later reckoning is a new row that restates it (R-16.2).';
comment on column figure.override is 'Set by hand beside the reckoned value, with reason and signer; both stay (R-16.3).';

create table figure_cell (
  district    text not null references district,
  digest      text not null,
  place_id    text not null,
  month       date not null,
  numerator   numeric not null,
  denominator numeric not null,
  primary key (district, digest, place_id, month)
);
comment on table figure_cell is 'An indicator summed by community and month: what came in the month less what ended in it, so that figures of any months add up.';

create table told_figure (
  district    text not null references district,
  id          uuid not null,
  indicator   text not null,
  place_id    text not null,
  from_on     date,
  to_on       date not null,
  numerator   numeric not null,
  denominator numeric,
  source      text not null,
  told_by     text not null,
  told_at     timestamptz not null,
  replaced_at timestamptz,
  primary key (district, id),
  foreign key (district, place_id) references place
);
comment on table told_figure is 'What no rows of ours can say and somebody reports (填报): a survey, a count by a department, with its source.';

-- What figures are counted from, without touching the wide rows themselves.
create index cases_accepted on cases (district, accepted_at) include (place_id, closing) where accepted_at is not null; -- serves: what was accepted, by day and community
create index clock_total on clock (district, case_id, started_at) include (due_at, legal_due_at, ended_at) where name = 'total'; -- serves: what was on time
create index clock_of_task on clock (district, task_id) where name = 'task'; -- serves: the parts of matters, with their clocks or without
create index matter_notified on matter (district, case_id) where notice is not null; -- serves: how often more was asked for
create index record_collected on record (district, collected_on) include (subject_kind, subject_id); -- serves: how many 信息 were collected
create index residence_since on residence (district, kind, valid_from) include (person_id, valid_to, dwelling_id, household); -- serves: how many live here on a day
create index residence_households on residence (district, household) include (valid_from, valid_to, dwelling_id) where kind = 'registered' and household is not null; -- serves: how many households there are
create index person_died on person (district, id) include (died_on) where died_on is not null; -- serves: who is counted no more
