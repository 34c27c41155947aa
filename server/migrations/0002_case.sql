-- What moves. cases, case_task, clock, party and what hangs on them serve every kind of case; matter is the kind 办件.

create table cases (
  district          text not null references district,
  id                uuid not null,
  kind              text not null check (kind in ('matter')),
  number            text not null,
  title             text not null,
  item_id           text not null,
  item_digest       text not null,
  process_digest    text not null,
  place_id          text not null,
  channel           text not null check (channel in ('window','phone','web')),
  status            text not null check (status in ('received','correction','processing','decided','issued','delivered','refused','returned','lapsed','withdrawn','voided')),
  state             jsonb,
  facts             jsonb not null,
  applicant_account text,
  accept_unit       text not null,
  lead_unit         text not null,
  received_at       timestamptz not null,
  accepted_at       timestamptz,
  decided_at        timestamptz,
  closed_at         timestamptz,
  closing           text,
  outcome           text,
  due_at            timestamptz,
  warn_at           timestamptz,
  stopped_since     timestamptz,
  version           integer not null default 1,
  primary key (district, id),
  unique (district, number),
  foreign key (district, place_id) references place,
  foreign key (district, accept_unit) references unit,
  foreign key (district, lead_unit) references unit
);
create index cases_by_received on cases (district, received_at desc, id); -- serves: every list, newest first, by keyset
create index cases_open_by_due on cases (district, due_at) where closed_at is null; -- serves: red and yellow lists
create index cases_by_applicant on cases (district, applicant_account, received_at desc) where applicant_account is not null; -- serves: my matters
comment on table cases is 'One row a case. Short notes that every list needs; due_at, warn_at and stopped_since are copies from the clock that runs for the office now (notice, total or delivery).';
comment on column cases.state is 'The process kernel''s state; null before acceptance.';
comment on column cases.facts is 'Named facts computed from the form at submission with the item''s own conditions.';

create table matter (
  district        text not null,
  case_id         uuid not null,
  form            jsonb not null,
  agent           jsonb,
  deemed          boolean not null default false,
  tolerance       jsonb,
  decision        jsonb,
  result          jsonb,
  delivery        jsonb,
  extension       jsonb,
  notice          jsonb,
  withdrawal      jsonb,
  refusal         jsonb,
  primary key (district, case_id),
  foreign key (district, case_id) references cases
);
comment on table matter is 'What only a service matter 办件 has. form holds personal fields encrypted one by one.';

create table party (
  district   text not null,
  case_id    uuid not null,
  role       text not null check (role in ('applicant','agent')),
  name       text not null,
  id_number  bytea not null,
  id_hash    bytea not null,
  phone      bytea not null,
  phone_hash bytea not null,
  address    text not null,
  person_id  text,
  primary key (district, case_id, role),
  foreign key (district, case_id) references cases
);
create index party_by_id_number on party (district, id_hash); -- serves: all matters of one person; the duplicate check
comment on table party is 'Identity as it was at submission; never rewritten by later edits to the person (R-B.6).';

create table case_task (
  district   text not null,
  id         uuid not null,
  case_id    uuid not null,
  node       text not null,
  title      text not null,
  kind       text not null check (kind in ('opinion','decision','consultation')),
  unit_id    text not null,
  status     text not null check (status in ('open','done','returned','cancelled')),
  opened_at  timestamptz not null,
  ended_at   timestamptz,
  ended_by   text,
  outcome    text,
  opinion    text,
  data       jsonb not null default '{}',
  primary key (district, id),
  foreign key (district, case_id) references cases,
  foreign key (district, unit_id) references unit
);
create index case_task_by_case on case_task (district, case_id); -- serves: the case page and every lock of a case
create index case_task_open_by_unit on case_task (district, unit_id, opened_at) where status = 'open'; -- serves: a unit's to-do list
comment on table case_task is 'One unit''s part in a case. A returned part stays as it was; its successor is a new row on the same node.';

create table clock (
  district      text not null,
  id            uuid not null,
  case_id       uuid not null,
  task_id       uuid,
  name          text not null check (name in ('notice','correction','tolerance','total','task','timer','delivery','contact','reply')),
  node          text,
  started_at    timestamptz not null,
  ended_at      timestamptz,
  amount        integer not null,
  unit          text not null check (unit in ('workday','day','hour','month')),
  legal_amount  integer,
  segments      jsonb not null,
  due_at        timestamptz,
  warn_at       timestamptz,
  legal_due_at  timestamptz,
  stopped_since timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases,
  foreign key (district, task_id) references case_task
);
create index clock_by_case on clock (district, case_id); -- serves: the case page and every lock of a case
create index clock_running_by_due on clock (district, due_at) where ended_at is null; -- serves: the sweep and the red and yellow lists
comment on table clock is 'A time limit as segments: running, stopped, extended (R-B.10). due_at is derived from them and kept for lists.';
comment on column clock.node is 'timer only: the boundary timer in the process that this clock fires.';
comment on column clock.segments is 'List of {kind: stop|extend, …}; see server/calendar/clock.ts.';

create table case_material (
  district  text not null,
  case_id   uuid not null,
  code      text not null,
  name      text not null,
  necessity text not null check (necessity in ('required','conditional','deferrable')),
  status    text not null check (status in ('missing','received','held','promised')),
  file_ids  uuid[] not null default '{}',
  note      text,
  at        timestamptz not null,
  primary key (district, case_id, code),
  foreign key (district, case_id) references cases
);
comment on table case_material is 'What was asked for and what came: on paper, as a file, fetched from what we hold, or promised (容缺).';

create table paper (
  district    text not null,
  id          uuid not null,
  case_id     uuid not null,
  kind        text not null,
  number      text not null,
  version     integer not null,
  body        jsonb not null,
  issued_at   timestamptz not null,
  issued_by   text,
  seal_unit   text not null,
  primary key (district, id),
  unique (district, number, version),
  foreign key (district, case_id) references cases,
  foreign key (district, seal_unit) references unit
);
create index paper_by_case on paper (district, case_id); -- serves: the case page
comment on table paper is 'A statutory document as issued; append-only. A new one is a new version that names the one it replaces (R-B.14).';

create table paper_file (
  district text not null,
  paper_id uuid not null,
  file_id  uuid not null,
  primary key (district, paper_id),
  foreign key (district, paper_id) references paper,
  foreign key (district, file_id) references file
);
comment on table paper_file is 'The bytes first printed, so that every later print is the same.';

create table paper_void (
  district   text not null,
  paper_id   uuid not null,
  at         timestamptz not null,
  by_account text not null,
  reason     text not null,
  primary key (district, paper_id),
  foreign key (district, paper_id) references paper
);

create table supervision (
  district    text not null,
  id          uuid not null,
  case_id     uuid not null,
  number      text not null,
  basis       text not null,
  demand      text not null,
  target_unit text not null,
  by_account  text not null,
  at          timestamptz not null,
  reply       text,
  replied_at  timestamptz,
  replied_by  text,
  primary key (district, id),
  unique (district, number),
  foreign key (district, case_id) references cases,
  foreign key (district, target_unit) references unit
);
create index supervision_by_case on supervision (district, case_id); -- serves: the case page
create index supervision_unanswered on supervision (district, target_unit) where replied_at is null; -- serves: a unit's supervision inbox
comment on table supervision is 'A numbered order to a unit with a reply deadline (督办); not an urge, which is only an event (催办).';

create table rating (
  district     text not null,
  case_id      uuid not null,
  level        integer not null check (level between 1 and 5),
  words        text,
  channel      text not null,
  at           timestamptz not null,
  contacted_at timestamptz,
  contacted_by text,
  contact_note text,
  primary key (district, case_id),
  foreign key (district, case_id) references cases
);
comment on table rating is 'Voluntary, 1 best to 5 worst; 4 and 5 open a contact duty (R-1.9, R-1.10). No row means not rated.';

create table draft (
  district   text not null,
  account_id text not null,
  item_id    text not null,
  data       bytea not null,
  updated_at timestamptz not null,
  primary key (district, account_id, item_id),
  foreign key (district, account_id) references account
);
comment on table draft is 'Answers not yet submitted, encrypted whole; gone on submission or after 30 days.';

create trigger append_only before update or delete on paper for each row execute function append_only();
create trigger no_truncate before truncate on paper execute function append_only();
