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
