-- Definitions drawn and written in the browser, read by a second person, in force from a day.

alter table definition add column origin text not null default 'pack' check (origin in ('pack','workshop'));
alter table definition add column effective_from timestamptz;
comment on column definition.origin is 'pack: from the files; workshop: from a proposal. A newer pack does not undo the workshop, unless the pack itself changed.';
comment on column definition.effective_from is 'In force from then on; null: at once.';

create table proposal (
  district       text not null references district,
  id             uuid not null,
  kind           text not null check (kind in ('item','process')),
  target         text not null,
  base_digest    text,
  body           json not null,
  note           text not null,
  status         text not null check (status in ('draft','submitted','rejected','published')),
  author         text not null,
  updated_at     timestamptz not null,
  submitted_at   timestamptz,
  effective_from timestamptz,
  reviewer       text,
  reviewed_at    timestamptz,
  review_note    text,
  digest         text,
  primary key (district, id)
);
create index proposal_open on proposal (district, updated_at desc) where status in ('draft', 'submitted'); -- serves: the workshop's list
comment on table proposal is 'A change to an item or a process, until a second person has read it. digest: what it was published as.';

create table item_state (
  district text not null references district,
  item_id  text not null,
  state    text not null check (state in ('in-use','suspended','cancelled')),
  reason   text not null,
  at       timestamptz not null,
  by_account text not null,
  primary key (district, item_id)
);
comment on table item_state is 'Whether an item can be asked for. No row: in use. Open matters go on under the version they began with, whatever this says.';

create table item_plan (
  district   text not null references district,
  id         uuid not null,
  unit_id    text not null,
  name       text not null,
  owner      text not null,
  promised_on date not null,
  online_as  text,
  online_at  timestamptz,
  primary key (district, id),
  unique (district, unit_id, name),
  foreign key (district, unit_id) references unit
);
comment on table item_plan is 'An item a department still owes the one window: who answers for it, by when; online_as: the item it became.';
