-- The ground that no district redefines: places, units, posts, accounts, persons, definitions, files, events.
-- Every key starts with district, so that the tables can be distributed by it.

create table district (
  district   text primary key,
  name       text not null,
  short_name text not null
);
comment on table district is 'One row a district; the key is its six-digit division code (340705).';

create table place (
  district   text not null references district,
  id         text not null,
  kind       text not null check (kind in ('district','street','town','office','zone','community','village','grid')),
  name       text not null,
  parent_id  text,
  path       text collate "C" not null,
  valid_from date not null,
  valid_to   date,
  primary key (district, id),
  unique (district, path),
  foreign key (district, parent_id) references place
);
comment on table place is 'The tree as it stands. id is our own and never changes; official codes are in place_period (R-B.2). Depth is free: a community may stand directly under the district (R-B.1).';
comment on column place.path is 'Ids from the root, each followed by a slash: tongguan/tianjinghu/. What lies under a place starts with its path.';

create table place_period (
  district   text not null,
  place_id   text not null,
  valid_from date not null,
  valid_to   date,
  name       text not null,
  code       text,
  parent_id  text,
  population integer,
  households integer,
  boundary   jsonb,
  real       boolean not null,
  primary key (district, place_id, valid_from),
  foreign key (district, place_id) references place
);
comment on table place_period is 'What a place was called, coded, bounded and put under, from–to. valid_to is exclusive; null means still so.';
comment on column place_period.real is 'false: made by us for want of public data (boundaries, grids, populations).';

create table place_succession (
  district text not null,
  from_id  text not null,
  to_id    text not null,
  at       date not null,
  primary key (district, from_id, to_id),
  foreign key (district, from_id) references place,
  foreign key (district, to_id) references place
);
comment on table place_succession is 'Which place took over from which, on merge and split (R-B.2).';

create table unit (
  district   text not null references district,
  id         text not null,
  name       text not null,
  short_name text not null,
  kind       text not null check (kind in ('government','department','service-centre','committee','dispatch-centre','other')),
  place_id   text not null,
  duty_phone text,
  primary key (district, id),
  foreign key (district, place_id) references place
);
comment on table unit is 'An organisation that can hold a task: a department, a community service centre, the dispatch centre.';

create table account (
  district      text not null references district,
  id            text not null,
  name          text not null,
  kind          text not null check (kind in ('staff','resident')),
  sign_in       text not null,
  password_hash text,
  person_id     text,
  disabled_at   timestamptz,
  primary key (district, id),
  unique (district, sign_in)
);
comment on table account is 'Who signs in. One person one account, never shared (B2).';

create table post (
  district   text not null,
  id         text not null,
  account_id text not null,
  duty       text not null check (duty in ('clerk','handler','head','leader','supervisor','dispatcher','grid-worker','catalogue-manager','rating-manager','system-admin','security-admin','audit-admin','deputy')),
  unit_id    text not null,
  place_id   text not null,
  capacity   text not null,
  valid_from date not null,
  valid_to   date,
  primary key (district, id),
  foreign key (district, account_id) references account,
  foreign key (district, unit_id) references unit,
  foreign key (district, place_id) references place
);
create index post_by_account on post (district, account_id); -- serves: the sign-in check of every request
comment on table post is 'Who holds which duty, for which unit, over which place, from–to. valid_to is exclusive.';
comment on column post.capacity is 'In whose name the holder acts (R-B.5): decides seal, template and metric.';

create table session (
  district     text not null,
  token_hash   bytea not null,
  account_id   text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (district, token_hash),
  foreign key (district, account_id) references account
);
comment on table session is 'SHA-256 of the cookie, never the cookie.';

create table person (
  district   text not null references district,
  id         text not null,
  name       text not null,
  id_number  bytea,
  id_hash    bytea,
  phone      bytea,
  phone_hash bytea,
  place_id   text not null,
  primary key (district, id),
  foreign key (district, place_id) references place
);
create unique index person_by_id_number on person (district, id_hash); -- serves: the window finds a person by identity number
comment on table person is 'A resident known to the district; may have no account (B2). id_number and phone are encrypted, the hashes are blind indexes.';

create table person_attribute (
  district     text not null,
  person_id    text not null,
  name         text not null,
  value        jsonb not null,
  source       text not null,
  collected_at date not null,
  primary key (district, person_id, name),
  foreign key (district, person_id) references person
);
comment on table person_attribute is 'What we hold about a person, with where it comes from and when (R-B.7); offered to the applicant, never asked again.';

create table definition (
  district     text not null references district,
  kind         text not null check (kind in ('item','process')),
  digest       text not null,
  id           text not null,
  version      integer not null,
  body         json not null,
  published_at timestamptz not null,
  primary key (district, kind, digest),
  unique (district, kind, id, version)
);
comment on table definition is 'Published content under the SHA-256 of its JSON. Append-only: a case keeps the digest it was made with (R-1.4).';
comment on column definition.body is 'json, not jsonb: the order of a form''s questions is part of it.';

create table file (
  district    text not null references district,
  id          uuid not null,
  sha256      text not null,
  name        text not null,
  mime        text not null,
  bytes       integer not null,
  created_by  text not null,
  created_at  timestamptz not null,
  primary key (district, id),
  foreign key (district, created_by) references account
);
comment on table file is 'An upload; the bytes lie in the data folder under their hash.';

create table event (
  district   text not null references district,
  id         bigint generated always as identity,
  at         timestamptz not null,
  account_id text,
  unit_id    text,
  capacity   text,
  verb       text not null,
  case_id    uuid,
  data       jsonb not null,
  primary key (district, id)
);
create index event_by_case on event (district, case_id, id) where case_id is not null; -- serves: the history on the case page
comment on table event is 'The append-only history: who did what in whose name. account_id null: the clock did it.';

create table event_seal (
  district  text not null references district,
  n         bigint not null,
  up_to     bigint not null,
  events    integer not null,
  hash      text not null,
  prev_hash text not null,
  at        timestamptz not null,
  primary key (district, n)
);
comment on table event_seal is 'The hash chain: each seal covers every column of the events after the previous seal up to up_to.';

create table command (
  district    text not null references district,
  account_id  text not null,
  key         text not null,
  fingerprint text not null,
  status      integer not null,
  response    jsonb not null,
  at          timestamptz not null,
  primary key (district, account_id, key)
);
create index command_by_age on command (district, at); -- serves: forgetting keys older than 30 days
comment on table command is 'Idempotency: the answer given to a command, stored in the same transaction as its effect.';

create table serial (
  district text not null references district,
  name     text not null,
  n        bigint not null,
  primary key (district, name)
);
comment on table serial is 'Gapless numbers for papers and orders, one row a series (kind, unit and year).';

create table daily_anchor (
  district text not null references district,
  day      date not null,
  n        bigint not null,
  hash     text not null,
  primary key (district, day)
);
comment on table daily_anchor is 'The head of the seal chain at the end of a day, to be kept by a second party.';

create table demo_clock (
  district  text not null references district,
  offset_ms bigint not null,
  primary key (district)
);
comment on table demo_clock is 'How far the demo district''s time is from the wall clock. Empty in a real district.';

create function append_only() returns trigger language plpgsql as
$$ begin raise exception '% is append-only', tg_table_name; end $$;

create trigger append_only before update or delete on event for each row execute function append_only();
create trigger append_only before update or delete on definition for each row execute function append_only();
create trigger append_only before update or delete on event_seal for each row execute function append_only();
create trigger append_only before update or delete on daily_anchor for each row execute function append_only();
create trigger no_truncate before truncate on event execute function append_only();
create trigger no_truncate before truncate on event_seal execute function append_only();
create trigger no_truncate before truncate on definition execute function append_only();
create trigger no_truncate before truncate on daily_anchor execute function append_only();
