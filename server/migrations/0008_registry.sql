-- The ground truth: buildings, dwellings, households, who lives and is registered where from when to when, organisations, and
-- for everything that is known, the record that said so: from whom, when, and who checked it (R-B.7).
-- What comes by the half million names its district through the place or the home that it names: a key to the district beside it
-- would say the same again, and cost a tenth of an import.

create table building (
  district     text not null references district,
  id           text not null,
  community_id text not null,
  name         text not null,
  floors       integer,
  units        integer,
  doors        integer,
  lon          double precision,
  lat          double precision,
  origin_lon   double precision,
  origin_lat   double precision,
  datum        text check (datum in ('WGS84', 'GCJ-02', 'BD-09')),
  primary key (district, id),
  unique (district, community_id, name),
  foreign key (district, community_id) references place
);
comment on table building is 'A house. lon and lat are WGS84; what was given, and in which datum, stays beside them.';

create table building_grid (
  district    text not null,
  building_id text not null,
  grid_id     text not null,
  valid_from  date not null,
  valid_to    date,
  primary key (district, building_id, valid_from),
  foreign key (district, building_id) references building,
  foreign key (district, grid_id) references place
);
create index building_grid_now on building_grid (district, grid_id) where valid_to is null; -- serves: what stands in a grid today
comment on table building_grid is 'In which grid a building stood, from–to: a count on old boundaries and one on new ones are the same query (R-B.2).';

create table dwelling (
  district     text not null,
  id           text not null,
  community_id text not null,
  building_id  text,
  key          text not null,
  address      text not null,
  use          text,
  area         numeric(10, 2),
  rented       boolean,
  primary key (district, id),
  unique (district, community_id, key),
  foreign key (district, community_id) references place,
  foreign key (district, building_id) references building
);
create index dwelling_by_building on dwelling (district, building_id); -- serves: the file of a building
comment on table dwelling is 'A home, or another space behind a door. building_id null: its address names no building we know; somebody must look (待匹配地址).';
comment on column dwelling.key is 'What is left of the address below the community, in one spelling: 湖东新村12栋2单元305室.';

create table household (
  district    text not null,
  number      text not null,
  dwelling_id text,
  primary key (district, number),
  foreign key (district, dwelling_id) references dwelling
);
comment on table household is 'A registered household (户), by its number in the register. Its members are the registered residences that name it.';

create extension if not exists btree_gin; -- lets an index on words begin with the district, as every other does

alter table person
  drop constraint person_district_fkey,
  add column sex text check (sex in ('male', 'female')),
  add column born date,
  add column died_on date,
  add column rank smallint not null default 0,
  add column as_of date,
  add column search tsvector,
  add column merged_into text,
  add foreign key (district, merged_into) references person;
-- Everything read of a person is also read of the files merged into theirs.
create index person_merged on person (district, merged_into) where merged_into is not null;
create index person_by_phone on person (district, phone_hash); -- serves: who has this telephone
create index person_by_name on person using gin (district, search); -- serves: search by name, fragment of it, pinyin, initials
create index person_by_place on person (district, place_id); -- serves: who lives in a grid
comment on column person.place_id is 'Where to look for them first: the grid they live in, else are registered in; the community where no grid is known.';
comment on column person.rank is 'How much the source of name, sex and birth counts; a lower one never overwrites a higher (R-B.7).';
comment on column person.search is 'Two-character pieces of the name, its pinyin and its initials.';
comment on column person.merged_into is 'The same human being, kept under that id. Nothing is moved, so that it can be undone.';

create table residence (
  district     text not null,
  person_id    text not null,
  kind         text not null check (kind in ('registered', 'present')),
  valid_from   date not null,
  valid_to     date,
  dwelling_id  text,
  household    text,
  relation     text,
  ended_why    text,
  -- No foreign keys: a million rows come at once, a key's look-ups are a fifth of the import, and neither a person nor a dwelling is ever
  -- deleted. Each is written from a read of both; `npm run verify` looks for one without.
  primary key (district, person_id, kind, valid_from)
);
create index residence_by_dwelling on residence (district, dwelling_id); -- serves: who lives behind this door, and who did on a day
create index residence_by_household on residence (district, household) where valid_to is null and household is not null; -- serves: the household's file
comment on table residence is '户籍 is kind registered, 实有 is present, 常住 is present for half a year: kept apart (R-2.2). dwelling_id null: outside the district. valid_to is exclusive.';

create table organisation (
  district     text not null references district,
  id           text not null,
  uscc         text not null,
  name         text not null,
  kind         text not null,
  community_id text,
  dwelling_id  text,
  building_id  text,
  staff        integer,
  closed_on    date,
  primary key (district, id),
  unique (district, uscc),
  foreign key (district, community_id) references place,
  foreign key (district, dwelling_id) references dwelling,
  foreign key (district, building_id) references building
);
comment on table organisation is 'A body that sits in the district, by its unified social credit code (GB 32100).';

create table record (
  district     text not null,
  id           uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'building', 'dwelling', 'organisation')),
  subject_id   text not null,
  source       text not null,
  rank         smallint not null,
  collected_on date not null,
  collector    text,
  import_id    uuid,
  entry_id     uuid,
  names        text[] not null,
  body         bytea not null,
  digest       bytea not null,
  recorded_at  timestamptz not null,
  verified_at  timestamptz,
  verified_by  text,
  agrees       boolean,
  primary key (district, id),
  unique (district, subject_id, source, collected_on, digest),
  check (verified_by is null or verified_by is distinct from collector)
);
comment on table record is 'What one source said about one subject on one day: the 信息 that the yearly report counts. Never overwritten; what is held about somebody is read from all of them.';
comment on column record.names is 'Which attributes it speaks of; what they are is sealed in body.';
comment on column record.body is 'The attributes as JSON, sealed like an identity number.';
comment on column record.digest is 'A keyed hash of the attributes: the same said again is not said twice.';
comment on column record.agrees is 'What the second look found; the collector never verifies their own (2.3).';

-- What was held so far becomes records: one for each source and day. The demo's people are loaded again at the start.
drop table person_attribute;

create table person_merge (
  district  text not null references district,
  id        uuid not null,
  kept_id   text not null,
  gone_id   text not null,
  reason    text not null,
  by        text not null,
  at        timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  primary key (district, id),
  foreign key (district, kept_id) references person,
  foreign key (district, gone_id) references person
);

create table care (
  district  text not null references district,
  id        uuid not null,
  person_id text not null,
  category  text not null,
  level     text not null check (level in ('high', 'key', 'general')),
  basis     text not null,
  since     date not null,
  until     date,
  ended_on  date,
  ended_why text,
  changed_on date,
  created_by text not null,
  primary key (district, id),
  foreign key (district, person_id) references person
);
create unique index care_once on care (district, person_id, category) where ended_on is null;
create index care_by_end on care (district, until) where ended_on is null; -- serves: what is removed by itself today (R-2.4)
comment on table care is 'Who is cared for under which category of the pack, until when the law lets us know it (R-2.4).';

create index event_by_person on event (district, (data ->> 'person'), id) where data ? 'person'; -- serves: who looked at me

create table import_job (
  district     text not null references district,
  id           uuid not null,
  kind         text not null check (kind in ('residents', 'dwellings', 'buildings', 'organisations') or kind like 'register:%'),
  name         text not null,
  sha256       text not null,
  bytes        bigint not null,
  headings     text[] not null,
  sample       bytea not null,
  mapping      jsonb,
  source       text,
  collected_on date,
  choice       text check (choice in ('all-or-nothing', 'skip-bad')),
  state        text not null check (state in ('uploaded', 'checking', 'checked', 'importing', 'done', 'cancelled', 'failed')),
  lines        integer not null default 0,
  good         integer not null default 0,
  bad          integer not null default 0,
  done         integer not null default 0,
  result       jsonb,
  why          text,
  forecast     jsonb,
  forecast_at  timestamptz,
  turn         integer not null default 0,
  tries        smallint not null default 0,
  created_by   text not null,
  created_at   timestamptz not null,
  ended_at     timestamptz,
  beat_at      timestamptz,
  primary key (district, id)
);
comment on table import_job is 'A spreadsheet on its way in: uploaded, checked row by row (nothing changes), imported in one transaction.';
comment on column import_job.beat_at is 'Wall time of the last sign of life: a job without one for a minute is taken up again.';
comment on column import_job.turn is 'Counts every hand that took it, a person or a worker: a worker that finds another number has lost the job and stops.';
comment on column import_job.tries is 'How often a worker began since a person last touched it; a sheet that fells its worker is given up after three.';
comment on column import_job.forecast is 'What importing it would do, as far as is known when it was checked; made anew when another import came in since (forecast_at).';
comment on column import_job.sample is 'The first lines, sealed: what the mapping is chosen by.';

create unlogged table import_line (
  district      text not null,
  job_id        uuid not null,
  n             integer not null,
  id_hash       bytea,
  id_number     bytea,
  name          text,
  phone         bytea,
  phone_hash    bytea,
  sex           text,
  born          date,
  search        text,
  reg_community text,
  reg_building  text,
  reg_key       text,
  now_community text,
  now_building  text,
  now_key       text,
  since         date,
  household     text,
  relation      text,
  data          jsonb,
  body          bytea,
  digest        bytea,
  primary key (district, job_id, n)
) with (autovacuum_enabled = false); -- filled, read and emptied by one job, which looks at it itself
comment on table import_line is 'The checked lines of jobs that are not done yet. Unlogged: after a crash of the database they are checked again.';

create table import_fault (
  district text not null,
  job_id   uuid not null,
  n        integer not null,
  field    text not null,
  message  text not null,
  primary key (district, job_id, n, field),
  foreign key (district, job_id) references import_job
);

create table export_request (
  district      text not null references district,
  id            uuid not null,
  number        text not null,
  what          text not null check (what in ('residents', 'care', 'households', 'organisations')),
  place_id      text not null,
  filter        jsonb not null,
  columns       text[] not null,
  format        text not null check (format in ('xlsx', 'csv')),
  purpose       text not null,
  justification text,
  days          integer not null,
  lines         integer not null,
  state         text not null check (state in ('waiting', 'refused', 'cancelled', 'making', 'ready', 'failed', 'expired')),
  requested_by  text not null,
  unit_id       text not null,
  capacity      text not null,
  requested_at  timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  note          text,
  done          integer not null default 0,
  beat_at       timestamptz,
  made_at       timestamptz,
  expires_at    timestamptz,
  taken         integer not null default 0,
  primary key (district, id),
  unique (district, number),
  foreign key (district, place_id) references place,
  check (decided_by is null or decided_by <> requested_by)
);
create index export_open on export_request (district, state) where state in ('waiting', 'making', 'ready'); -- serves: what waits for a decision, for its file, for its end
comment on table export_request is 'Personal data leave only after a second person said yes, marked with who took them and why.';
comment on column export_request.justification is 'Why masked values will not do, where numbers or names in full were asked for.';
comment on column export_request.lines is 'Counted when asked; what the file really has once it is made.';
comment on column export_request.beat_at is 'Wall time of the last sign of life of its making.';

create table export_person (
  district  text not null,
  person_id text not null,
  export_id uuid not null,
  primary key (district, person_id, export_id),
  foreign key (district, export_id) references export_request,
  foreign key (district, person_id) references person
);
comment on table export_person is 'Who stands in which exported file: one row a person and file, whatever the number of times it is taken. With the history it answers who looked at me.';
create index event_by_export on event (district, (data ->> 'export'), id) where data ? 'export'; -- serves: when a file in which I stand was taken

create table amendment (
  district    text not null references district,
  id          uuid not null,
  person_id   text not null,
  name        text not null,
  held        bytea not null,
  said        bytea not null,
  asked_at    timestamptz not null,
  due_on      date not null,
  state       text not null check (state in ('waiting', 'amended', 'kept')),
  answer      text,
  answered_by text,
  unit_id     text,
  answered_at timestamptz,
  primary key (district, id),
  foreign key (district, person_id) references person,
  check ((state = 'waiting') = (answered_at is null))
);
create unique index amendment_once on amendment (district, person_id, name) where state = 'waiting';
comment on table amendment is 'A person says that what is held about them is wrong, and is answered by a day (个人信息保护法 46, 50).';
comment on column amendment.name is 'Which of the held values. held and said, sealed: what stood there when they said so, and what they say is right.';
create index event_by_look on event (district, id) where verb in ('person.looked-up', 'person.revealed', 'person.exported'); -- serves: the audit of who looked

-- The party of a case stays as it was. What seals it may be made anew, by npm run rekey and under no other hand.
create function only_sealed_anew() returns trigger language plpgsql as $$
declare seals constant text[] := '{id_number,id_hash,phone,phone_hash}';
begin
  if tg_op = 'UPDATE' and current_setting('linli.rekey', true) = 'on' and to_jsonb(new) - seals = to_jsonb(old) - seals then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
drop trigger append_only on party;
create trigger append_only before update or delete on party for each row execute function only_sealed_anew();
