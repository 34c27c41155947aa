-- What stays (账): the entries of every register a pack defines, and all that was ever known of them.

alter table definition drop constraint definition_kind_check;
alter table definition add constraint definition_kind_check check (kind in ('item','process','register','indicator','report'));
alter table post drop constraint post_duty_check;
alter table post add constraint post_duty_check check (duty in ('clerk','handler','head','leader','supervisor','dispatcher','grid-worker','grid-head','data-manager','catalogue-manager','rating-manager','register-keeper','party-worker','statistician','system-admin','security-admin','audit-admin','deputy'));

create index event_by_entry on event (district, (data ->> 'entry'), id) where data ? 'entry'; -- serves: the history of an entry

create table register_entry (
  district   text not null references district,
  id         uuid not null,
  register   text not null,
  key        text,
  created_at timestamptz not null,
  primary key (district, id),
  unique (district, register, key)
);
comment on table register_entry is 'A thing that stays: a facility, an agreement, a team. What is known of it stands in register_version.';
comment on column register_entry.key is 'What tells it from the others of its register, as the definition says; null where nothing does.';

create table register_version (
  district    text not null,
  id          uuid not null,
  entry_id    uuid not null,
  register    text not null,
  digest      text not null,
  valid_from  date not null,
  valid_to    date,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  corrects    uuid,
  place_id    text not null,
  title       text not null,
  data        jsonb not null,
  sealed      bytea,
  search      tsvector,
  reason      text,
  account_id  text,
  import_id   uuid,
  primary key (district, id),
  foreign key (district, entry_id) references register_entry,
  foreign key (district, place_id) references place,
  check (valid_to is null or valid_to > valid_from)
);
create index register_version_of_entry on register_version (district, entry_id, valid_from); -- serves: the file of an entry
create index register_version_list on register_version (district, register, title collate "C", entry_id) include (valid_from, valid_to, place_id) where replaced_at is null; -- serves: the list and its count, without a look at the rows
create index register_version_places on register_version (district, register, place_id) where replaced_at is null; -- serves: the list of who keeps one community
create index register_version_fields on register_version using gin (district, register, data jsonb_path_ops) where replaced_at is null; -- serves: filters, what links here
create index register_version_words on register_version using gin (district, register, search) where replaced_at is null; -- serves: search
comment on table register_version is 'What was known of an entry from one moment (recorded_at) to another (replaced_at), to be so from one day (valid_from) to another (valid_to, exclusive). Never changed but for replaced_at, which is set once.';
comment on column register_version.digest is 'The definition it was written under, for life.';
comment on column register_version.data is 'Its fields, without those that the definition says are personal.';
comment on column register_version.sealed is 'The personal fields as JSON, sealed like an identity number.';

create table register_duty (
  district text not null,
  entry_id uuid not null,
  duty     text not null,
  due_on   date not null,
  register text not null,
  place_id text not null,
  warn_on  date not null,
  done_on  date,
  done_by  text,
  note     text,
  primary key (district, entry_id, duty, due_on),
  foreign key (district, entry_id) references register_entry
);
create index register_duty_open on register_duty (district, warn_on) where done_on is null; -- serves: what falls due
comment on table register_duty is 'What the date of an entry asks for: a certificate that ends, a yearly check (of the definition''s duties).';

create table saved_view (
  district   text not null references district,
  id         uuid not null,
  account_id text not null,
  page       text not null,
  name       text not null,
  query      text not null,
  shared     boolean not null,
  created_at timestamptz not null,
  primary key (district, id)
);
create index saved_view_by_page on saved_view (district, page); -- serves: the views above a list
comment on table saved_view is 'A list''s filters under a name: the part of its address behind the question mark.';
