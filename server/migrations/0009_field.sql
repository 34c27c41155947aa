-- The people who walk the grids: what they did, what is planned, who stands in for whom.

alter table post drop constraint post_duty_check;
alter table post add constraint post_duty_check check (duty in ('clerk','handler','head','leader','supervisor','dispatcher','grid-worker','grid-head','data-manager','catalogue-manager','rating-manager','system-admin','security-admin','audit-admin','deputy'));
alter table post
  add column shift text check (shift in ('A', 'B')),
  add column share smallint check (share between 0 and 100),
  add column duty_phone text;
comment on column post.shift is 'A岗 at the window, B岗 in the grid (2.6); share is the part of the working time in percent.';

alter table place add column by_hand boolean not null default false;
comment on column place.by_hand is 'Divided here since: the pack no longer says how it stands.';

create table absence (
  district   text not null references district,
  id         uuid not null,
  account_id text not null,
  starts_on  date not null,
  ends_on    date not null,
  reason     text not null,
  substitute text,
  hand_over  jsonb not null,
  by         text not null,
  at         timestamptz not null,
  primary key (district, id),
  foreign key (district, account_id) references account,
  foreign key (district, substitute) references account,
  check (ends_on >= starts_on),
  check (substitute <> account_id)
);
comment on table absence is 'Whoever is away, with who stands in; without a substitute it raises an alert (R-2.6). ends_on is inclusive.';

create table field_entry (
  district    text not null references district,
  id          uuid not null,
  n           bigint generated always as identity,
  account_id  text not null,
  responsible text not null,
  kind        text not null check (kind in ('visit', 'collect', 'patrol', 'refused', 'diary', 'task', 'newcomer')),
  subject     text not null,
  after       uuid,
  grid_id     text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  skew_ms     bigint not null,
  position    bytea,
  photos      uuid[] not null,
  points      text[] not null default '{}',
  body        bytea not null,
  digest      bytea not null,
  primary key (district, id),
  foreign key (district, account_id) references account,
  foreign key (district, grid_id) references place
);
create index field_entry_by_subject on field_entry (district, subject, n); -- serves: last visit, the order of what was sent
create index field_entry_by_account on field_entry (district, account_id, n); -- serves: what arrived from a worker's phones
create index field_entry_by_grid on field_entry (district, grid_id, occurred_at); -- serves: the month's appraisal
comment on table field_entry is 'What happened in the grid, under the id the phone gave it: sent again it is the same entry. occurred_at is when it happened by our clock, received_at when we heard of it (B7).';
comment on column field_entry.responsible is 'Whose duty it was; another than account_id when a substitute did it (R-2.6).';
comment on column field_entry.skew_ms is 'How far the phone''s clock was off: what it showed is occurred_at plus this.';
comment on column field_entry.position is 'Sealed; taken in working hours only, forgotten after the retention of the pack (17.1, PIPL 28).';

comment on column field_entry.points is 'Which points of the patrol plan were seen: coverage counts points, not walks (2.5).';

create table patrol_plan (
  district   text not null references district,
  id         uuid not null,
  grid_id    text not null,
  name       text not null,
  kind       text not null,
  every_days integer not null check (every_days between 1 and 366),
  points     jsonb not null,
  valid_from date not null,
  valid_to   date,
  created_by text not null,
  primary key (district, id),
  foreign key (district, grid_id) references place
);

create table meeting (
  district   text not null references district,
  id         uuid not null,
  place_id   text not null,
  held_on    date not null,
  title      text not null,
  minutes    text not null,
  present    text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (district, id),
  foreign key (district, place_id) references place
);

create table meeting_task (
  district   text not null,
  id         uuid not null,
  meeting_id uuid not null,
  title      text not null,
  account_id text not null,
  due_on     date not null,
  done_at    timestamptz,
  done_by    text,
  note       text,
  primary key (district, id),
  foreign key (district, meeting_id) references meeting,
  foreign key (district, account_id) references account
);
create index meeting_task_open on meeting_task (district, account_id) where done_at is null; -- serves: the tasks of the day
