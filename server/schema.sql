-- Written by `npm run schema` from a migrated database. To be read, not run; server/migrations is what runs.

create table absence (
  district text not null,
  id uuid not null,
  account_id text not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null,
  substitute text,
  hand_over jsonb not null,
  by text not null,
  at timestamptz not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, substitute) REFERENCES account(district, id),
  constraint absence_check CHECK (ends_on >= starts_on),
  constraint absence_check1 CHECK (substitute <> account_id)
);
comment on table absence is 'Whoever is away, with who stands in; without a substitute it raises an alert (R-2.6). ends_on is inclusive.';

create table account (
  district text not null,
  id text not null,
  name text not null,
  kind text not null,
  sign_in text not null,
  password_hash text,
  person_id text,
  disabled_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, sign_in),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint account_kind_check CHECK (kind = ANY (ARRAY['staff'::text, 'resident'::text]))
);
comment on table account is 'Who signs in. One person one account, never shared (B2).';

create table amendment (
  district text not null,
  id uuid not null,
  person_id text not null,
  name text not null,
  held bytea not null,
  said bytea not null,
  asked_at timestamptz not null,
  due_on date not null,
  state text not null,
  answer text,
  answered_by text,
  unit_id text,
  answered_at timestamptz,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, person_id) REFERENCES person(district, id),
  constraint amendment_check CHECK ((state = 'waiting'::text) = (answered_at IS NULL)),
  constraint amendment_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'amended'::text, 'kept'::text]))
);
CREATE UNIQUE INDEX amendment_once ON amendment USING btree (district, person_id, name) WHERE state = 'waiting'::text;
comment on table amendment is 'A person says that what is held about them is wrong, and is answered by a day (个人信息保护法 46, 50).';
comment on column amendment.name is 'Which of the held values. held and said, sealed: what stood there when they said so, and what they say is right.';

create table building (
  district text not null,
  id text not null,
  community_id text not null,
  name text not null,
  floors integer,
  units integer,
  doors integer,
  lon double precision,
  lat double precision,
  origin_lon double precision,
  origin_lat double precision,
  datum text,
  PRIMARY KEY (district, id),
  UNIQUE (district, community_id, name),
  FOREIGN KEY (district, community_id) REFERENCES place(district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint building_datum_check CHECK (datum = ANY (ARRAY['WGS84'::text, 'GCJ-02'::text, 'BD-09'::text]))
);
comment on table building is 'A house. lon and lat are WGS84; what was given, and in which datum, stays beside them.';

create table building_grid (
  district text not null,
  building_id text not null,
  grid_id text not null,
  valid_from date not null,
  valid_to date,
  PRIMARY KEY (district, building_id, valid_from),
  FOREIGN KEY (district, building_id) REFERENCES building(district, id),
  FOREIGN KEY (district, grid_id) REFERENCES place(district, id)
);
CREATE INDEX building_grid_now ON building_grid USING btree (district, grid_id) WHERE valid_to IS NULL;
comment on table building_grid is 'In which grid a building stood, from–to: a count on old boundaries and one on new ones are the same query (R-B.2).';

create table bypass_record (
  district text not null,
  id uuid not null,
  unit_id text not null,
  point text not null,
  day date not null,
  item text not null,
  applicant text not null,
  number text not null,
  case_id uuid,
  imported_at timestamptz not null,
  imported_by text not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, unit_id, number),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district, unit_id) REFERENCES unit(district, id)
);
CREATE INDEX bypass_record_by_day ON bypass_record USING btree (district, day);
comment on table bypass_record is 'A line of a department''s own log. case_id: the matter it was, found by the department''s number or by item, name and day; null: taken outside the platform. applicant is masked before it is kept.';

create table care (
  district text not null,
  id uuid not null,
  person_id text not null,
  category text not null,
  level text not null,
  basis text not null,
  since date not null,
  until date,
  ended_on date,
  ended_why text,
  changed_on date,
  created_by text not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, person_id) REFERENCES person(district, id),
  constraint care_level_check CHECK (level = ANY (ARRAY['high'::text, 'key'::text, 'general'::text]))
);
CREATE INDEX care_by_end ON care USING btree (district, until) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX care_once ON care USING btree (district, person_id, category) WHERE ended_on IS NULL;
comment on table care is 'Who is cared for under which category of the pack, until when the law lets us know it (R-2.4).';

create table case_link (
  district text not null,
  case_id uuid not null,
  other_id uuid not null,
  kind text not null,
  note text not null,
  at timestamptz not null,
  by_account text not null,
  PRIMARY KEY (district, case_id, other_id),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district, other_id) REFERENCES cases(district, id),
  constraint case_link_kind_check CHECK (kind = ANY (ARRAY['duplicate'::text, 'related'::text, 'merged'::text]))
);
CREATE INDEX case_link_by_other ON case_link USING btree (district, other_id);
comment on table case_link is 'Matters that belong together. merged: case_id ended in favour of other_id, whose answer is its answer too; each still counts once (R-B.12).';

create table case_material (
  district text not null,
  case_id uuid not null,
  code text not null,
  name text not null,
  necessity text not null,
  status text not null,
  file_ids uuid[] default '{}'::uuid[] not null,
  note text,
  at timestamptz not null,
  PRIMARY KEY (district, case_id, code),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  constraint case_material_necessity_check CHECK (necessity = ANY (ARRAY['required'::text, 'conditional'::text, 'deferrable'::text])),
  constraint case_material_status_check CHECK (status = ANY (ARRAY['missing'::text, 'received'::text, 'held'::text, 'promised'::text]))
);
comment on table case_material is 'What was asked for and what came: on paper, as a file, fetched from what we hold, or promised (容缺).';

create table case_task (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  node text not null,
  title text not null,
  kind text not null,
  unit_id text not null,
  status text not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  outcome text,
  opinion text,
  data jsonb default '{}'::jsonb not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district, unit_id) REFERENCES unit(district, id),
  constraint case_task_kind_check CHECK (kind = ANY (ARRAY['opinion'::text, 'decision'::text, 'consultation'::text])),
  constraint case_task_status_check CHECK (status = ANY (ARRAY['open'::text, 'done'::text, 'returned'::text, 'cancelled'::text]))
);
CREATE INDEX case_task_by_case ON case_task USING btree (district, case_id);
CREATE INDEX case_task_open_by_unit ON case_task USING btree (district, unit_id, opened_at) WHERE status = 'open'::text;
comment on table case_task is 'One unit''s part in a case. A returned part stays as it was; its successor is a new row on the same node.';

create table cases (
  district text not null,
  id uuid not null,
  kind text not null,
  number text not null,
  title text not null,
  item_id text not null,
  item_digest text not null,
  process_digest text not null,
  place_id text not null,
  channel text not null,
  status text not null,
  state jsonb,
  facts jsonb not null,
  applicant_account text,
  accept_unit text not null,
  lead_unit text not null,
  received_at timestamptz not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  closing text,
  outcome text,
  due_at timestamptz,
  warn_at timestamptz,
  stopped_since timestamptz,
  version integer default 1 not null,
  solution text default 'unknown'::text not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, number),
  FOREIGN KEY (district, accept_unit) REFERENCES unit(district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, lead_unit) REFERENCES unit(district, id),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  constraint cases_channel_check CHECK (channel = ANY (ARRAY['window'::text, 'phone'::text, 'web'::text, 'door'::text])),
  constraint cases_kind_check CHECK (kind = 'matter'::text),
  constraint cases_solution_check CHECK (solution = ANY (ARRAY['unknown'::text, 'solved'::text, 'disputed'::text])),
  constraint cases_status_check CHECK (status = ANY (ARRAY['received'::text, 'correction'::text, 'processing'::text, 'decided'::text, 'issued'::text, 'delivered'::text, 'refused'::text, 'returned'::text, 'lapsed'::text, 'withdrawn'::text, 'voided'::text, 'merged'::text, 'unclaimed'::text]))
);
CREATE INDEX cases_accepted ON cases USING btree (district, accepted_at) INCLUDE (place_id, closing) WHERE accepted_at IS NOT NULL;
CREATE INDEX cases_by_applicant ON cases USING btree (district, applicant_account, received_at DESC) WHERE applicant_account IS NOT NULL;
CREATE INDEX cases_by_received ON cases USING btree (district, received_at DESC, id);
CREATE INDEX cases_disputed ON cases USING btree (district, received_at DESC) WHERE solution = 'disputed'::text;
CREATE INDEX cases_open_by_due ON cases USING btree (district, due_at) WHERE closed_at IS NULL;
comment on table cases is 'One row a case. Short notes that every list needs; due_at, warn_at and stopped_since are copies from the clock that runs for the office now (notice, total or delivery).';
comment on column cases.state is 'The process kernel''s state; null before acceptance.';
comment on column cases.facts is 'Named facts computed from the form at submission with the item''s own conditions.';
comment on column cases.solution is 'Whether the applicant says the trouble is over. Closed is not solved: outcome is what the office did.';

create table clock (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  task_id uuid,
  name text not null,
  node text,
  started_at timestamptz not null,
  ended_at timestamptz,
  amount integer not null,
  unit text not null,
  legal_amount integer,
  segments jsonb not null,
  due_at timestamptz,
  warn_at timestamptz,
  legal_due_at timestamptz,
  stopped_since timestamptz,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district, task_id) REFERENCES case_task(district, id),
  constraint clock_name_check CHECK (name = ANY (ARRAY['notice'::text, 'correction'::text, 'tolerance'::text, 'total'::text, 'task'::text, 'timer'::text, 'delivery'::text, 'contact'::text, 'reply'::text, 'hold'::text, 'dispute'::text, 'rectify'::text])),
  constraint clock_unit_check CHECK (unit = ANY (ARRAY['workday'::text, 'day'::text, 'hour'::text, 'month'::text]))
);
CREATE INDEX clock_by_case ON clock USING btree (district, case_id);
CREATE INDEX clock_of_task ON clock USING btree (district, task_id) WHERE name = 'task'::text;
CREATE INDEX clock_running_by_due ON clock USING btree (district, due_at) WHERE ended_at IS NULL;
CREATE INDEX clock_total ON clock USING btree (district, case_id, started_at) INCLUDE (due_at, legal_due_at, ended_at) WHERE name = 'total'::text;
comment on table clock is 'A time limit as segments: running, stopped, extended (R-B.10). due_at is derived from them and kept for lists.';
comment on column clock.node is 'timer only: the boundary timer in the process that this clock fires.';
comment on column clock.segments is 'List of {kind: stop|extend, …}; see server/calendar/clock.ts.';

create table command (
  district text not null,
  account_id text not null,
  key text not null,
  fingerprint text not null,
  status integer not null,
  response jsonb not null,
  at timestamptz not null,
  PRIMARY KEY (district, account_id, key),
  FOREIGN KEY (district) REFERENCES district(district)
);
CREATE INDEX command_by_age ON command USING btree (district, at);
comment on table command is 'Idempotency: the answer given to a command, stored in the same transaction as its effect.';

create table daily_anchor (
  district text not null,
  day date not null,
  n bigint not null,
  hash text not null,
  PRIMARY KEY (district, day),
  FOREIGN KEY (district) REFERENCES district(district)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON daily_anchor FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON daily_anchor FOR EACH STATEMENT EXECUTE FUNCTION append_only();
comment on table daily_anchor is 'The head of the seal chain at the end of a day, to be kept by a second party.';

create table definition (
  district text not null,
  kind text not null,
  digest text not null,
  id text not null,
  version integer not null,
  body json not null,
  published_at timestamptz not null,
  origin text default 'pack'::text not null,
  effective_from timestamptz,
  PRIMARY KEY (district, kind, digest),
  UNIQUE (district, kind, id, version),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint definition_kind_check CHECK (kind = ANY (ARRAY['item'::text, 'process'::text, 'register'::text, 'indicator'::text, 'report'::text])),
  constraint definition_origin_check CHECK (origin = ANY (ARRAY['pack'::text, 'workshop'::text]))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON definition FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON definition FOR EACH STATEMENT EXECUTE FUNCTION append_only();
comment on table definition is 'Published content under the SHA-256 of its JSON. Append-only: a case keeps the digest it was made with (R-1.4).';
comment on column definition.body is 'json, not jsonb: the order of a form''s questions is part of it.';
comment on column definition.origin is 'pack: from the files; workshop: from a proposal. A newer pack does not undo the workshop, unless the pack itself changed.';
comment on column definition.effective_from is 'In force from then on; null: at once.';

create table demo_clock (
  district text not null,
  offset_ms bigint not null,
  PRIMARY KEY (district),
  FOREIGN KEY (district) REFERENCES district(district)
);
comment on table demo_clock is 'How far the demo district''s time is from the wall clock. Empty in a real district.';

create table district (
  district text not null,
  name text not null,
  short_name text not null,
  PRIMARY KEY (district)
);
comment on table district is 'One row a district; the key is its six-digit division code (340705).';

create table draft (
  district text not null,
  account_id text not null,
  item_id text not null,
  data bytea not null,
  updated_at timestamptz not null,
  PRIMARY KEY (district, account_id, item_id),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id)
);
comment on table draft is 'Answers not yet submitted, encrypted whole; gone on submission or after 30 days.';

create table dwelling (
  district text not null,
  id text not null,
  community_id text not null,
  building_id text,
  key text not null,
  address text not null,
  use text,
  area numeric(10,2),
  rented boolean,
  PRIMARY KEY (district, id),
  UNIQUE (district, community_id, key),
  FOREIGN KEY (district, building_id) REFERENCES building(district, id),
  FOREIGN KEY (district, community_id) REFERENCES place(district, id)
);
CREATE INDEX dwelling_by_building ON dwelling USING btree (district, building_id);
comment on table dwelling is 'A home, or another space behind a door. building_id null: its address names no building we know; somebody must look (待匹配地址).';
comment on column dwelling.key is 'What is left of the address below the community, in one spelling: 湖东新村12栋2单元305室.';

create table event (
  district text not null,
  id bigint generated always as identity not null,
  at timestamptz not null,
  account_id text,
  unit_id text,
  capacity text,
  verb text not null,
  case_id uuid,
  data jsonb not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district)
);
CREATE INDEX event_by_case ON event USING btree (district, case_id, id) WHERE case_id IS NOT NULL;
CREATE INDEX event_by_entry ON event USING btree (district, (data ->> 'entry'::text), id) WHERE data ? 'entry'::text;
CREATE INDEX event_by_export ON event USING btree (district, (data ->> 'export'::text), id) WHERE data ? 'export'::text;
CREATE INDEX event_by_look ON event USING btree (district, id) WHERE verb = ANY (ARRAY['person.looked-up'::text, 'person.revealed'::text, 'person.exported'::text]);
CREATE INDEX event_by_person ON event USING btree (district, (data ->> 'person'::text), id) WHERE data ? 'person'::text;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION append_only();
comment on table event is 'The append-only history: who did what in whose name. account_id null: the clock did it.';

create table event_seal (
  district text not null,
  n bigint not null,
  up_to bigint not null,
  events integer not null,
  hash text not null,
  prev_hash text not null,
  at timestamptz not null,
  PRIMARY KEY (district, n),
  FOREIGN KEY (district) REFERENCES district(district)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON event_seal FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON event_seal FOR EACH STATEMENT EXECUTE FUNCTION append_only();
comment on table event_seal is 'The hash chain: each seal covers every column of the events after the previous seal up to up_to.';

create table export_person (
  district text not null,
  person_id text not null,
  export_id uuid not null,
  PRIMARY KEY (district, person_id, export_id),
  FOREIGN KEY (district, export_id) REFERENCES export_request(district, id),
  FOREIGN KEY (district, person_id) REFERENCES person(district, id)
);
comment on table export_person is 'Who stands in which exported file: one row a person and file, whatever the number of times it is taken. With the history it answers who looked at me.';

create table export_request (
  district text not null,
  id uuid not null,
  number text not null,
  what text not null,
  place_id text not null,
  filter jsonb not null,
  columns text[] not null,
  format text not null,
  purpose text not null,
  justification text,
  days integer not null,
  lines integer not null,
  state text not null,
  requested_by text not null,
  unit_id text not null,
  capacity text not null,
  requested_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  done integer default 0 not null,
  beat_at timestamptz,
  made_at timestamptz,
  expires_at timestamptz,
  taken integer default 0 not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, number),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  constraint export_request_check CHECK (decided_by IS NULL OR decided_by <> requested_by),
  constraint export_request_format_check CHECK (format = ANY (ARRAY['xlsx'::text, 'csv'::text])),
  constraint export_request_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'refused'::text, 'cancelled'::text, 'making'::text, 'ready'::text, 'failed'::text, 'expired'::text])),
  constraint export_request_what_check CHECK (what = ANY (ARRAY['residents'::text, 'care'::text, 'households'::text, 'organisations'::text]))
);
CREATE INDEX export_open ON export_request USING btree (district, state) WHERE state = ANY (ARRAY['waiting'::text, 'making'::text, 'ready'::text]);
comment on table export_request is 'Personal data leave only after a second person said yes, marked with who took them and why.';
comment on column export_request.justification is 'Why masked values will not do, where numbers or names in full were asked for.';
comment on column export_request.lines is 'Counted when asked; what the file really has once it is made.';
comment on column export_request.beat_at is 'Wall time of the last sign of life of its making.';

create table field_entry (
  district text not null,
  id uuid not null,
  n bigint generated always as identity not null,
  account_id text not null,
  responsible text not null,
  kind text not null,
  subject text not null,
  after uuid,
  grid_id text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  skew_ms bigint not null,
  position bytea,
  photos uuid[] not null,
  points text[] default '{}'::text[] not null,
  body bytea not null,
  digest bytea not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, grid_id) REFERENCES place(district, id),
  constraint field_entry_kind_check CHECK (kind = ANY (ARRAY['visit'::text, 'collect'::text, 'patrol'::text, 'refused'::text, 'diary'::text, 'task'::text, 'newcomer'::text]))
);
CREATE INDEX field_entry_by_account ON field_entry USING btree (district, account_id, n);
CREATE INDEX field_entry_by_grid ON field_entry USING btree (district, grid_id, occurred_at);
CREATE INDEX field_entry_by_subject ON field_entry USING btree (district, subject, n);
comment on table field_entry is 'What happened in the grid, under the id the phone gave it: sent again it is the same entry. occurred_at is when it happened by our clock, received_at when we heard of it (B7).';
comment on column field_entry.responsible is 'Whose duty it was; another than account_id when a substitute did it (R-2.6).';
comment on column field_entry.skew_ms is 'How far the phone''s clock was off: what it showed is occurred_at plus this.';
comment on column field_entry.position is 'Sealed; taken in working hours only, forgotten after the retention of the pack (17.1, PIPL 28).';
comment on column field_entry.points is 'Which points of the patrol plan were seen: coverage counts points, not walks (2.5).';

create table figure (
  district text not null,
  id uuid not null,
  indicator text not null,
  digest text not null,
  place_id text not null,
  from_on date,
  to_on date not null,
  cut_off timestamptz not null,
  numerator numeric,
  denominator numeric,
  value numeric,
  status text not null,
  restates uuid,
  reason text,
  override numeric,
  override_reason text,
  override_by text,
  computed_by text,
  department_by text,
  reviewed_by text,
  locked_by text,
  locked_at timestamptz,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  FOREIGN KEY (district, restates) REFERENCES figure(district, id),
  constraint figure_check CHECK ((override IS NULL) = (override_reason IS NULL) AND (override IS NULL) = (override_by IS NULL)),
  constraint figure_status_check CHECK (status = ANY (ARRAY['draft'::text, 'department'::text, 'reviewed'::text, 'locked'::text]))
);
CREATE INDEX figure_of_indicator ON figure USING btree (district, indicator, to_on);
comment on table figure is 'A figure as it was reckoned once: by which definition, of which place and time, from the rows known at its cut-off. Locked, it is never changed; a later reckoning is a new row that restates it (R-16.2).';
comment on column figure.override is 'Set by hand beside the reckoned value, with reason and signer; both stay (R-16.3).';

create table figure_cell (
  district text not null,
  digest text not null,
  place_id text not null,
  month date not null,
  numerator numeric not null,
  denominator numeric not null,
  PRIMARY KEY (district, digest, place_id, month),
  FOREIGN KEY (district) REFERENCES district(district)
);
comment on table figure_cell is 'An indicator summed by community and month: what came in the month less what ended in it, so that figures of any months add up.';

create table file (
  district text not null,
  id uuid not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  bytes integer not null,
  created_by text not null,
  created_at timestamptz not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, created_by) REFERENCES account(district, id),
  FOREIGN KEY (district) REFERENCES district(district)
);
comment on table file is 'An upload; the bytes lie in the data folder under their hash.';

create table household (
  district text not null,
  number text not null,
  dwelling_id text,
  PRIMARY KEY (district, number),
  FOREIGN KEY (district, dwelling_id) REFERENCES dwelling(district, id)
);
comment on table household is 'A registered household (户), by its number in the register. Its members are the registered residences that name it.';

create table import_fault (
  district text not null,
  job_id uuid not null,
  n integer not null,
  field text not null,
  message text not null,
  PRIMARY KEY (district, job_id, n, field),
  FOREIGN KEY (district, job_id) REFERENCES import_job(district, id)
);

create table import_job (
  district text not null,
  id uuid not null,
  kind text not null,
  name text not null,
  sha256 text not null,
  bytes bigint not null,
  headings text[] not null,
  sample bytea not null,
  mapping jsonb,
  source text,
  collected_on date,
  choice text,
  state text not null,
  lines integer default 0 not null,
  good integer default 0 not null,
  bad integer default 0 not null,
  done integer default 0 not null,
  result jsonb,
  why text,
  forecast jsonb,
  forecast_at timestamptz,
  turn integer default 0 not null,
  tries smallint default 0 not null,
  created_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  beat_at timestamptz,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint import_job_choice_check CHECK (choice = ANY (ARRAY['all-or-nothing'::text, 'skip-bad'::text])),
  constraint import_job_kind_check CHECK ((kind = ANY (ARRAY['residents'::text, 'dwellings'::text, 'buildings'::text, 'organisations'::text])) OR kind ~~ 'register:%'::text),
  constraint import_job_state_check CHECK (state = ANY (ARRAY['uploaded'::text, 'checking'::text, 'checked'::text, 'importing'::text, 'done'::text, 'cancelled'::text, 'failed'::text]))
);
comment on table import_job is 'A spreadsheet on its way in: uploaded, checked row by row (nothing changes), imported in one transaction.';
comment on column import_job.sample is 'The first lines, sealed: what the mapping is chosen by.';
comment on column import_job.forecast is 'What importing it would do, as far as is known when it was checked; made anew when another import came in since (forecast_at).';
comment on column import_job.turn is 'Counts every hand that took it, a person or a worker: a worker that finds another number has lost the job and stops.';
comment on column import_job.tries is 'How often a worker began since a person last touched it; a sheet that fells its worker is given up after three.';
comment on column import_job.beat_at is 'Wall time of the last sign of life: a job without one for a minute is taken up again.';

create table import_line (
  district text not null,
  job_id uuid not null,
  n integer not null,
  id_hash bytea,
  id_number bytea,
  name text,
  phone bytea,
  phone_hash bytea,
  sex text,
  born date,
  search text,
  reg_community text,
  reg_building text,
  reg_key text,
  now_community text,
  now_building text,
  now_key text,
  since date,
  household text,
  relation text,
  data jsonb,
  body bytea,
  digest bytea,
  PRIMARY KEY (district, job_id, n)
);
comment on table import_line is 'The checked lines of jobs that are not done yet. Unlogged: after a crash of the database they are checked again.';

create table intake_point (
  district text not null,
  id uuid not null,
  unit_id text not null,
  name text not null,
  address text not null,
  opened_on date not null,
  closed_on date,
  PRIMARY KEY (district, id),
  UNIQUE (district, unit_id, name),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, unit_id) REFERENCES unit(district, id)
);
comment on table intake_point is 'A counter or mailbox of a department at which people still hand things in. closed_on: taken into the one window.';

create table item_plan (
  district text not null,
  id uuid not null,
  unit_id text not null,
  name text not null,
  owner text not null,
  promised_on date not null,
  online_as text,
  online_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, unit_id, name),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, unit_id) REFERENCES unit(district, id)
);
comment on table item_plan is 'An item a department still owes the one window: who answers for it, by when; online_as: the item it became.';

create table item_state (
  district text not null,
  item_id text not null,
  state text not null,
  reason text not null,
  at timestamptz not null,
  by_account text not null,
  PRIMARY KEY (district, item_id),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint item_state_state_check CHECK (state = ANY (ARRAY['in-use'::text, 'suspended'::text, 'cancelled'::text]))
);
comment on table item_state is 'Whether an item can be asked for. No row: in use. Open matters go on under the version they began with, whatever this says.';

create table matter (
  district text not null,
  case_id uuid not null,
  form jsonb not null,
  agent jsonb,
  deemed boolean default false not null,
  tolerance jsonb,
  decision jsonb,
  result jsonb,
  delivery jsonb,
  extension jsonb,
  notice jsonb,
  withdrawal jsonb,
  refusal jsonb,
  exceptions jsonb default '{}'::jsonb not null,
  PRIMARY KEY (district, case_id),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id)
);
CREATE INDEX matter_notified ON matter USING btree (district, case_id) WHERE notice IS NOT NULL;
comment on table matter is 'What only a service matter 办件 has. form holds personal fields encrypted one by one.';
comment on column matter.exceptions is 'What befell it, each by name: dispute, vertical, visit, late, helper, representative, undelivered (server/matter/model.ts). Short notes; personal numbers are in party.';

create table meeting (
  district text not null,
  id uuid not null,
  place_id text not null,
  held_on date not null,
  title text not null,
  minutes text not null,
  present text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id)
);

create table meeting_task (
  district text not null,
  id uuid not null,
  meeting_id uuid not null,
  title text not null,
  account_id text not null,
  due_on date not null,
  done_at timestamptz,
  done_by text,
  note text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id),
  FOREIGN KEY (district, meeting_id) REFERENCES meeting(district, id)
);
CREATE INDEX meeting_task_open ON meeting_task USING btree (district, account_id) WHERE done_at IS NULL;

create table message (
  district text not null,
  id uuid not null,
  event_id bigint not null,
  case_id uuid not null,
  recipient text not null,
  account_id text,
  legal boolean not null,
  text text not null,
  why text not null,
  at timestamptz not null,
  read_at timestamptz,
  PRIMARY KEY (district, id),
  UNIQUE (district, event_id, recipient),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district) REFERENCES district(district)
);
CREATE INDEX message_by_account ON message USING btree (district, account_id, at DESC, id) WHERE account_id IS NOT NULL;
comment on table message is 'One message to one person about one event, made from the sealed history, so that none is lost and none comes twice. recipient: the account, or applicant for one without an account. No personal numbers in text.';

create table message_cursor (
  district text not null,
  event_id bigint not null,
  PRIMARY KEY (district),
  FOREIGN KEY (district) REFERENCES district(district)
);

create table message_preference (
  district text not null,
  account_id text not null,
  channel text not null,
  wanted boolean not null,
  PRIMARY KEY (district, account_id, channel),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id),
  constraint message_preference_channel_check CHECK (channel = ANY (ARRAY['sms'::text, 'wechat'::text]))
);
comment on table message_preference is 'What somebody turned off or on. Legal notices go out all the same.';

create table message_send (
  district text not null,
  message_id uuid not null,
  channel text not null,
  attempts integer default 0 not null,
  next_at timestamptz,
  sent_at timestamptz,
  error text,
  PRIMARY KEY (district, message_id, channel),
  FOREIGN KEY (district, message_id) REFERENCES message(district, id),
  constraint message_send_channel_check CHECK (channel = ANY (ARRAY['sms'::text, 'wechat'::text]))
);
CREATE INDEX message_send_due ON message_send USING btree (district, next_at) WHERE next_at IS NOT NULL;
comment on column message_send.next_at is 'When to try (again); null when sent, or given up after ten attempts (error says why).';

create table organisation (
  district text not null,
  id text not null,
  uscc text not null,
  name text not null,
  kind text not null,
  community_id text,
  dwelling_id text,
  building_id text,
  staff integer,
  closed_on date,
  PRIMARY KEY (district, id),
  UNIQUE (district, uscc),
  FOREIGN KEY (district, building_id) REFERENCES building(district, id),
  FOREIGN KEY (district, community_id) REFERENCES place(district, id),
  FOREIGN KEY (district, dwelling_id) REFERENCES dwelling(district, id),
  FOREIGN KEY (district) REFERENCES district(district)
);
comment on table organisation is 'A body that sits in the district, by its unified social credit code (GB 32100).';

create table paper (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text not null,
  version integer not null,
  body jsonb not null,
  issued_at timestamptz not null,
  issued_by text,
  seal_unit text not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, number, version),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district, seal_unit) REFERENCES unit(district, id)
);
CREATE INDEX paper_by_case ON paper USING btree (district, case_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON paper FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON paper FOR EACH STATEMENT EXECUTE FUNCTION append_only();
comment on table paper is 'A statutory document as issued; append-only. A new one is a new version that names the one it replaces (R-B.14).';

create table paper_file (
  district text not null,
  paper_id uuid not null,
  file_id uuid not null,
  PRIMARY KEY (district, paper_id),
  FOREIGN KEY (district, file_id) REFERENCES file(district, id),
  FOREIGN KEY (district, paper_id) REFERENCES paper(district, id)
);
comment on table paper_file is 'The bytes first printed, so that every later print is the same.';

create table paper_void (
  district text not null,
  paper_id uuid not null,
  at timestamptz not null,
  by_account text not null,
  reason text not null,
  PRIMARY KEY (district, paper_id),
  FOREIGN KEY (district, paper_id) REFERENCES paper(district, id)
);

create table party (
  district text not null,
  case_id uuid not null,
  role text not null,
  name text not null,
  id_number bytea not null,
  id_hash bytea not null,
  phone bytea not null,
  phone_hash bytea not null,
  address text not null,
  person_id text,
  PRIMARY KEY (district, case_id, role),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  constraint party_role_check CHECK (role = ANY (ARRAY['applicant'::text, 'agent'::text]))
);
CREATE INDEX party_by_id_number ON party USING btree (district, id_hash);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON party FOR EACH ROW EXECUTE FUNCTION only_sealed_anew();
comment on table party is 'Identity as it was at submission; never rewritten by later edits to the person (R-B.6).';

create table patrol_plan (
  district text not null,
  id uuid not null,
  grid_id text not null,
  name text not null,
  kind text not null,
  every_days integer not null,
  points jsonb not null,
  valid_from date not null,
  valid_to date,
  created_by text not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, grid_id) REFERENCES place(district, id),
  constraint patrol_plan_every_days_check CHECK (every_days >= 1 AND every_days <= 366)
);

create table person (
  district text not null,
  id text not null,
  name text not null,
  id_number bytea,
  id_hash bytea,
  phone bytea,
  phone_hash bytea,
  place_id text not null,
  sex text,
  born date,
  died_on date,
  rank smallint default 0 not null,
  as_of date,
  search tsvector,
  merged_into text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, merged_into) REFERENCES person(district, id),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  constraint person_sex_check CHECK (sex = ANY (ARRAY['male'::text, 'female'::text]))
);
CREATE UNIQUE INDEX person_by_id_number ON person USING btree (district, id_hash);
CREATE INDEX person_by_name ON person USING gin (district, search);
CREATE INDEX person_by_phone ON person USING btree (district, phone_hash);
CREATE INDEX person_by_place ON person USING btree (district, place_id);
CREATE INDEX person_died ON person USING btree (district, id) INCLUDE (died_on) WHERE died_on IS NOT NULL;
CREATE INDEX person_merged ON person USING btree (district, merged_into) WHERE merged_into IS NOT NULL;
comment on table person is 'A resident known to the district; may have no account (B2). id_number and phone are encrypted, the hashes are blind indexes.';
comment on column person.place_id is 'Where to look for them first: the grid they live in, else are registered in; the community where no grid is known.';
comment on column person.rank is 'How much the source of name, sex and birth counts; a lower one never overwrites a higher (R-B.7).';
comment on column person.search is 'Two-character pieces of the name, its pinyin and its initials.';
comment on column person.merged_into is 'The same human being, kept under that id. Nothing is moved, so that it can be undone.';

create table person_merge (
  district text not null,
  id uuid not null,
  kept_id text not null,
  gone_id text not null,
  reason text not null,
  by text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, gone_id) REFERENCES person(district, id),
  FOREIGN KEY (district, kept_id) REFERENCES person(district, id)
);

create table place (
  district text not null,
  id text not null,
  kind text not null,
  name text not null,
  parent_id text,
  path text collate "C" not null,
  valid_from date not null,
  valid_to date,
  by_hand boolean default false not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, path),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, parent_id) REFERENCES place(district, id),
  constraint place_kind_check CHECK (kind = ANY (ARRAY['district'::text, 'street'::text, 'town'::text, 'office'::text, 'zone'::text, 'community'::text, 'village'::text, 'grid'::text]))
);
comment on table place is 'The tree as it stands. id is our own and never changes; official codes are in place_period (R-B.2). Depth is free: a community may stand directly under the district (R-B.1).';
comment on column place.path is 'Ids from the root, each followed by a slash: tongguan/tianjinghu/. What lies under a place starts with its path.';
comment on column place.by_hand is 'Divided here since: the pack no longer says how it stands.';

create table place_period (
  district text not null,
  place_id text not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  code text,
  parent_id text,
  population integer,
  households integer,
  boundary jsonb,
  real boolean not null,
  PRIMARY KEY (district, place_id, valid_from),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id)
);
comment on table place_period is 'What a place was called, coded, bounded and put under, from–to. valid_to is exclusive; null means still so.';
comment on column place_period.real is 'false: made by us for want of public data (boundaries, grids, populations).';

create table place_succession (
  district text not null,
  from_id text not null,
  to_id text not null,
  at date not null,
  PRIMARY KEY (district, from_id, to_id),
  FOREIGN KEY (district, from_id) REFERENCES place(district, id),
  FOREIGN KEY (district, to_id) REFERENCES place(district, id)
);
comment on table place_succession is 'Which place took over from which, on merge and split (R-B.2).';

create table post (
  district text not null,
  id text not null,
  account_id text not null,
  duty text not null,
  unit_id text not null,
  place_id text not null,
  capacity text not null,
  valid_from date not null,
  valid_to date,
  shift text,
  share smallint,
  duty_phone text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  FOREIGN KEY (district, unit_id) REFERENCES unit(district, id),
  constraint post_duty_check CHECK (duty = ANY (ARRAY['clerk'::text, 'handler'::text, 'head'::text, 'leader'::text, 'supervisor'::text, 'dispatcher'::text, 'grid-worker'::text, 'grid-head'::text, 'data-manager'::text, 'catalogue-manager'::text, 'rating-manager'::text, 'register-keeper'::text, 'party-worker'::text, 'statistician'::text, 'system-admin'::text, 'security-admin'::text, 'audit-admin'::text, 'deputy'::text])),
  constraint post_share_check CHECK (share >= 0 AND share <= 100),
  constraint post_shift_check CHECK (shift = ANY (ARRAY['A'::text, 'B'::text]))
);
CREATE INDEX post_by_account ON post USING btree (district, account_id);
comment on table post is 'Who holds which duty, for which unit, over which place, from–to. valid_to is exclusive.';
comment on column post.capacity is 'In whose name the holder acts (R-B.5): decides seal, template and metric.';
comment on column post.shift is 'A岗 at the window, B岗 in the grid (2.6); share is the part of the working time in percent.';

create table proposal (
  district text not null,
  id uuid not null,
  kind text not null,
  target text not null,
  base_digest text,
  body json not null,
  note text not null,
  status text not null,
  author text not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  effective_from timestamptz,
  reviewer text,
  reviewed_at timestamptz,
  review_note text,
  digest text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint proposal_kind_check CHECK (kind = ANY (ARRAY['item'::text, 'process'::text])),
  constraint proposal_status_check CHECK (status = ANY (ARRAY['draft'::text, 'submitted'::text, 'rejected'::text, 'published'::text]))
);
CREATE INDEX proposal_open ON proposal USING btree (district, updated_at DESC) WHERE status = ANY (ARRAY['draft'::text, 'submitted'::text]);
comment on table proposal is 'A change to an item or a process, until a second person has read it. digest: what it was published as.';

create table rating (
  district text not null,
  case_id uuid not null,
  level integer not null,
  words text,
  channel text not null,
  at timestamptz not null,
  contacted_at timestamptz,
  contacted_by text,
  contact_note text,
  rectification text,
  rectified_at timestamptz,
  called_back_at timestamptz,
  call_back_satisfied boolean,
  call_back_note text,
  appeal text,
  appealed_at timestamptz,
  appeal_upheld boolean,
  appeal_note text,
  PRIMARY KEY (district, case_id),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  constraint rating_level_check CHECK (level >= 1 AND level <= 5)
);
comment on table rating is 'Voluntary, 1 best to 5 worst; 4 and 5 open a contact duty (R-1.9, R-1.10). No row means not rated.';
comment on column rating.appeal_upheld is 'true: wrong or malicious on review, and left out of every figure; the row stays.';

create table record (
  district text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  source text not null,
  rank smallint not null,
  collected_on date not null,
  collector text,
  import_id uuid,
  entry_id uuid,
  names text[] not null,
  body bytea not null,
  digest bytea not null,
  recorded_at timestamptz not null,
  verified_at timestamptz,
  verified_by text,
  agrees boolean,
  PRIMARY KEY (district, id),
  UNIQUE (district, subject_id, source, collected_on, digest),
  constraint record_check CHECK (verified_by IS NULL OR verified_by IS DISTINCT FROM collector),
  constraint record_subject_kind_check CHECK (subject_kind = ANY (ARRAY['person'::text, 'building'::text, 'dwelling'::text, 'organisation'::text]))
);
CREATE INDEX record_collected ON record USING btree (district, collected_on) INCLUDE (subject_kind, subject_id);
comment on table record is 'What one source said about one subject on one day: the 信息 that the yearly report counts. Never overwritten; what is held about somebody is read from all of them.';
comment on column record.names is 'Which attributes it speaks of; what they are is sealed in body.';
comment on column record.body is 'The attributes as JSON, sealed like an identity number.';
comment on column record.digest is 'A keyed hash of the attributes: the same said again is not said twice.';
comment on column record.agrees is 'What the second look found; the collector never verifies their own (2.3).';

create table register_duty (
  district text not null,
  entry_id uuid not null,
  duty text not null,
  due_on date not null,
  register text not null,
  place_id text not null,
  warn_on date not null,
  done_on date,
  done_by text,
  note text,
  PRIMARY KEY (district, entry_id, duty, due_on),
  FOREIGN KEY (district, entry_id) REFERENCES register_entry(district, id)
);
CREATE INDEX register_duty_open ON register_duty USING btree (district, warn_on) WHERE done_on IS NULL;
comment on table register_duty is 'What the date of an entry asks for: a certificate that ends, a yearly check (of the definition''s duties).';

create table register_entry (
  district text not null,
  id uuid not null,
  register text not null,
  key text,
  created_at timestamptz not null,
  PRIMARY KEY (district, id),
  UNIQUE (district, register, key),
  FOREIGN KEY (district) REFERENCES district(district)
);
comment on table register_entry is 'A thing that stays: a facility, an agreement, a team. What is known of it stands in register_version.';
comment on column register_entry.key is 'What tells it from the others of its register, as the definition says; null where nothing does.';

create table register_version (
  district text not null,
  id uuid not null,
  entry_id uuid not null,
  register text not null,
  digest text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  corrects uuid,
  place_id text not null,
  title text not null,
  data jsonb not null,
  sealed bytea,
  search tsvector,
  reason text,
  account_id text,
  import_id uuid,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, entry_id) REFERENCES register_entry(district, id),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  constraint register_version_check CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX register_version_fields ON register_version USING gin (district, register, data jsonb_path_ops) WHERE replaced_at IS NULL;
CREATE INDEX register_version_list ON register_version USING btree (district, register, title COLLATE "C", entry_id) INCLUDE (valid_from, valid_to, place_id) WHERE replaced_at IS NULL;
CREATE INDEX register_version_of_entry ON register_version USING btree (district, entry_id, valid_from);
CREATE INDEX register_version_places ON register_version USING btree (district, register, place_id) WHERE replaced_at IS NULL;
CREATE INDEX register_version_words ON register_version USING gin (district, register, search) WHERE replaced_at IS NULL;
comment on table register_version is 'What was known of an entry from one moment (recorded_at) to another (replaced_at), to be so from one day (valid_from) to another (valid_to, exclusive). Never changed but for replaced_at, which is set once.';
comment on column register_version.digest is 'The definition it was written under, for life.';
comment on column register_version.data is 'Its fields, without those that the definition says are personal.';
comment on column register_version.sealed is 'The personal fields as JSON, sealed like an identity number.';

create table report (
  district text not null,
  id uuid not null,
  template text not null,
  digest text not null,
  title text not null,
  as_of date not null,
  meeting_on date not null,
  term integer,
  sitting integer,
  status text not null,
  created_by text not null,
  created_at timestamptz not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  constraint report_status_check CHECK (status = ANY (ARRAY['draft'::text, 'locked'::text, 'delivered'::text, 'closed'::text]))
);
comment on table report is 'A report on special work (专项工作报告), from the first draft to the answer to the deputies'' opinions (16.1).';
comment on column report.term is 'Of the congress (届); sitting: of its standing committee (次). Null where nobody said.';

create table report_node (
  district text not null,
  report_id uuid not null,
  node text not null,
  due_on date not null,
  done_on date,
  done_by text,
  PRIMARY KEY (district, report_id, node),
  FOREIGN KEY (district, report_id) REFERENCES report(district, id)
);
comment on table report_node is 'Days counted back from the meeting in calendar days: 20, 10, 7 (R-16.1).';

create table report_opinion (
  district text not null,
  id uuid not null,
  report_id uuid not null,
  stage text not null,
  said_by text not null,
  body text not null,
  said_on date not null,
  owner_unit text,
  due_on date,
  response text,
  responded_by text,
  responded_at timestamptz,
  in_version integer,
  satisfaction text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, report_id) REFERENCES report(district, id),
  constraint report_opinion_satisfaction_check CHECK (satisfaction = ANY (ARRAY['satisfied'::text, 'basically'::text, 'dissatisfied'::text])),
  constraint report_opinion_stage_check CHECK (stage = ANY (ARRAY['before'::text, 'meeting'::text]))
);
comment on table report_opinion is 'What deputies and departments say: before the meeting (answered in the text) or at it (审议意见: a task, a reply, a vote of satisfaction).';

create table report_promise (
  district text not null,
  id uuid not null,
  report_id uuid not null,
  n integer not null,
  text text not null,
  owner_unit text,
  due_on date,
  indicator text,
  target numeric,
  outcome text,
  note text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district, report_id) REFERENCES report(district, id),
  constraint report_promise_outcome_check CHECK (outcome = ANY (ARRAY['kept'::text, 'partly'::text, 'not'::text]))
);
comment on table report_promise is 'A sentence of 下一步安排 as a task: the next report begins with what became of it.';

create table report_version (
  district text not null,
  report_id uuid not null,
  n integer not null,
  body text not null,
  figures jsonb not null,
  note text,
  made_by text not null,
  made_at timestamptz not null,
  PRIMARY KEY (district, report_id, n),
  FOREIGN KEY (district, report_id) REFERENCES report(district, id)
);
comment on column report_version.figures is 'What each mark in the text stands for and says: mark to its source, words and kept figure (R-16.2).';

create table residence (
  district text not null,
  person_id text not null,
  kind text not null,
  valid_from date not null,
  valid_to date,
  dwelling_id text,
  household text,
  relation text,
  ended_why text,
  PRIMARY KEY (district, person_id, kind, valid_from),
  constraint residence_kind_check CHECK (kind = ANY (ARRAY['registered'::text, 'present'::text]))
);
CREATE INDEX residence_by_dwelling ON residence USING btree (district, dwelling_id);
CREATE INDEX residence_by_household ON residence USING btree (district, household) WHERE valid_to IS NULL AND household IS NOT NULL;
CREATE INDEX residence_households ON residence USING btree (district, household) INCLUDE (valid_from, valid_to, dwelling_id) WHERE kind = 'registered'::text AND household IS NOT NULL;
CREATE INDEX residence_since ON residence USING btree (district, kind, valid_from) INCLUDE (person_id, valid_to, dwelling_id, household);
comment on table residence is '户籍 is kind registered, 实有 is present, 常住 is present for half a year: kept apart (R-2.2). dwelling_id null: outside the district. valid_to is exclusive.';

create table saved_view (
  district text not null,
  id uuid not null,
  account_id text not null,
  page text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at timestamptz not null,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district)
);
CREATE INDEX saved_view_by_page ON saved_view USING btree (district, page);
comment on table saved_view is 'A list''s filters under a name: the part of its address behind the question mark.';

create table serial (
  district text not null,
  name text not null,
  n bigint not null,
  PRIMARY KEY (district, name),
  FOREIGN KEY (district) REFERENCES district(district)
);
comment on table serial is 'Gapless numbers for papers and orders, one row a series (kind, unit and year).';

create table session (
  district text not null,
  token_hash bytea not null,
  account_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  PRIMARY KEY (district, token_hash),
  FOREIGN KEY (district, account_id) REFERENCES account(district, id)
);
comment on table session is 'SHA-256 of the cookie, never the cookie.';

create table supervision (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  number text not null,
  basis text not null,
  demand text not null,
  target_unit text not null,
  by_account text not null,
  at timestamptz not null,
  reply text,
  replied_at timestamptz,
  replied_by text,
  PRIMARY KEY (district, id),
  UNIQUE (district, number),
  FOREIGN KEY (district, case_id) REFERENCES cases(district, id),
  FOREIGN KEY (district, target_unit) REFERENCES unit(district, id)
);
CREATE INDEX supervision_by_case ON supervision USING btree (district, case_id);
CREATE INDEX supervision_unanswered ON supervision USING btree (district, target_unit) WHERE replied_at IS NULL;
comment on table supervision is 'A numbered order to a unit with a reply deadline (督办); not an urge, which is only an event (催办).';

create table told_figure (
  district text not null,
  id uuid not null,
  indicator text not null,
  place_id text not null,
  from_on date,
  to_on date not null,
  numerator numeric not null,
  denominator numeric,
  source text not null,
  told_by text not null,
  told_at timestamptz not null,
  replaced_at timestamptz,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id)
);
comment on table told_figure is 'What no rows of ours can say and somebody reports (填报): a survey, a count by a department, with its source.';

create table unit (
  district text not null,
  id text not null,
  name text not null,
  short_name text not null,
  kind text not null,
  place_id text not null,
  duty_phone text,
  PRIMARY KEY (district, id),
  FOREIGN KEY (district) REFERENCES district(district),
  FOREIGN KEY (district, place_id) REFERENCES place(district, id),
  constraint unit_kind_check CHECK (kind = ANY (ARRAY['government'::text, 'department'::text, 'service-centre'::text, 'committee'::text, 'dispatch-centre'::text, 'other'::text]))
);
comment on table unit is 'An organisation that can hold a task: a department, a community service centre, the dispatch centre.';

-- view facts_building, from server/sql
--   district text
--   building_id text
--   name text
--   place_path text
--   community text

-- view facts_bypass, from server/sql
--   district text
--   day date
--   unit_id text
--   unit text
--   point text
--   item text
--   applicant text
--   number text
--   matched text

-- view facts_care, from server/sql
--   district text
--   category text
--   level text
--   since date
--   until date
--   place_path text

-- view facts_deadline, from server/sql
--   district text
--   case_id uuid
--   number text
--   title text
--   place_path text
--   community text
--   lead_unit text
--   accepted_at timestamptz
--   decided_at timestamptz
--   closed_at timestamptz
--   accepted_on date
--   decided_on date
--   due_on date
--   legal_due_on date
--   ended_on date
--   due_at timestamptz
--   legal_due_at timestamptz
--   limit_amount integer
--   limit_unit text
--   legal_amount integer
--   ended_at timestamptz
--   applicant text

-- view facts_entry, from server/sql
--   district text
--   register text
--   entry_id uuid
--   version_id uuid
--   title text
--   place_id text
--   place_path text
--   community text
--   valid_from date
--   valid_to date
--   recorded_at timestamptz
--   replaced_at timestamptz
--   data jsonb

-- view facts_event, from server/sql
--   district text
--   case_id uuid
--   verb text
--   at timestamptz
--   data jsonb
--   on_day date

-- view facts_field, from server/sql
--   district text
--   kind text
--   on_day date
--   points integer
--   place_path text
--   grid text

-- view facts_grid, from server/sql
--   district text
--   grid_id text
--   name text
--   community text
--   place_path text
--   valid_from date
--   valid_to date

-- view facts_household, from server/sql
--   district text
--   household_id text
--   valid_from date
--   valid_to date
--   place_path text
--   community text

-- view facts_item, from server/sql
--   district text
--   item_id text
--   name text
--   line text
--   project_type text
--   visits integer
--   promised integer
--   legal integer
--   published_at timestamptz
--   used_from date
--   used_until date

-- view facts_labels, from server/sql
--   district text
--   register text
--   field text
--   labels jsonb

-- view facts_material, from server/sql
--   district text
--   case_id uuid
--   code text
--   name text
--   necessity text
--   status text
--   on_day date

-- view facts_matter, from server/sql
--   district text
--   case_id uuid
--   number text
--   title text
--   item_id text
--   line text
--   project_type text
--   place_path text
--   community text
--   accept_unit_id text
--   accept_unit text
--   lead_unit text
--   applicant text
--   channel text
--   status text
--   closing text
--   outcome text
--   solution text
--   received_at timestamptz
--   accepted_at timestamptz
--   decided_at timestamptz
--   closed_at timestamptz
--   received_on date
--   accepted_on date
--   decided_on date
--   closed_on date
--   deemed boolean
--   notice jsonb
--   refusal jsonb
--   extension jsonb
--   decision jsonb
--   result jsonb
--   tolerance jsonb
--   delivery jsonb
--   exceptions jsonb
--   rating integer
--   rated_at timestamptz
--   contacted_at timestamptz
--   rectified_at timestamptz
--   called_back_at timestamptz
--   call_back_satisfied boolean
--   rating_excluded boolean

-- view facts_organisation, from server/sql
--   district text
--   organisation_id text
--   name text
--   kind text
--   closed_on date
--   place_path text
--   community text

-- view facts_part, from server/sql
--   district text
--   case_id uuid
--   id uuid
--   title text
--   kind text
--   unit_id text
--   unit text
--   status text
--   outcome text
--   opinion text
--   opened_on date
--   ended_on date
--   due_at timestamptz
--   segments jsonb
--   ended_at timestamptz

-- view facts_patrol, from server/sql
--   district text
--   name text
--   point text
--   due_on date
--   place_path text
--   grid text
--   seen boolean

-- view facts_place, from server/sql
--   district text
--   place_id text
--   kind text
--   path text
--   name text
--   code text
--   parent_id text
--   population integer
--   households integer
--   real boolean
--   valid_from date
--   until date
--   last boolean

-- view facts_record, from server/sql
--   district text
--   record_id uuid
--   kind text
--   source text
--   collected_on date
--   recorded_on date
--   verified boolean
--   agrees boolean
--   place_path text
--   place text

-- view facts_residence, from server/sql
--   district text
--   person_id text
--   kind text
--   valid_from date
--   usual_from date
--   valid_to date
--   born_in integer
--   place_path text
--   community text

-- view facts_supervision, from server/sql
--   district text
--   case_id uuid
--   number text
--   basis text
--   demand text
--   target text
--   reply text
--   ordered_on date
--   replied_on date

-- view facts_told, from server/sql
--   district text
--   indicator text
--   from_on date
--   to_on date
--   source text
--   place_path text
--   place text
--   counted boolean
--   amount numeric

-- view facts_unit, from server/sql
--   district text
--   unit_id text
--   name text
--   short_name text
--   kind text

CREATE OR REPLACE FUNCTION public.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin raise exception '% is append-only', tg_table_name; end $function$;

CREATE OR REPLACE FUNCTION public.changed_meanwhile()
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ begin raise exception 'changed meanwhile' using errcode = 'serialization_failure'; end $function$;

CREATE OR REPLACE FUNCTION public.only_sealed_anew()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare seals constant text[] := '{id_number,id_hash,phone,phone_hash}';
begin
  if tg_op = 'UPDATE' and current_setting('linli.rekey', true) = 'on' and to_jsonb(new) - seals = to_jsonb(old) - seals then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION public.ordered_id()
 RETURNS uuid
 LANGUAGE sql
AS $function$
  select encode(set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid()) placing substring(int8send((date_part('epoch', clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid
$function$;
