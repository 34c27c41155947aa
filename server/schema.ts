// Written by `npm run schema` from a migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: comes out parsed, as whatever was put in; goes in as text, so that a list is not taken for an SQL array. */
export type Json = ColumnType<unknown, string, string>

/** Whoever is away, with who stands in; without a substitute it raises an alert. ends_on is inclusive. */
export type Absence = {
  district: string
  id: string
  account_id: string
  starts_on: string
  ends_on: string
  reason: string
  substitute: string | null
  hand_over: Json
  by: string
  at: Date
}

/** Who signs in. One person one account, never shared (B2). */
export type Account = {
  district: string
  id: string
  name: string
  kind: 'staff' | 'resident'
  sign_in: string
  password_hash: string | null
  person_id: string | null
  disabled_at: Date | null
}

/** A person says that what is held about them is wrong, and is answered by a day (个人信息保护法 46, 50). */
export type Amendment = {
  district: string
  id: string
  person_id: string
  /** Which of the held values. held and said, sealed: what stood there when they said so, and what they say is right. */
  name: string
  held: Buffer
  said: Buffer
  asked_at: Date
  due_on: string
  state: 'waiting' | 'amended' | 'kept'
  answer: string | null
  answered_by: string | null
  unit_id: string | null
  answered_at: Date | null
}

/** A house. lon and lat are WGS84; what was given, and in which datum, stays beside them. */
export type Building = {
  district: string
  id: string
  community_id: string
  name: string
  floors: number | null
  units: number | null
  doors: number | null
  lon: number | null
  lat: number | null
  origin_lon: number | null
  origin_lat: number | null
  datum: 'WGS84' | 'GCJ-02' | 'BD-09' | null
}

/** In which grid a building stood, from–to: a count on old boundaries and one on new ones are the same query (R-B.2). */
export type BuildingGrid = {
  district: string
  building_id: string
  grid_id: string
  valid_from: string
  valid_to: string | null
}

/** A line of a department's own log. case_id: the matter it was, found by the department's number or by item, name and day; null: taken outside the platform. applicant is masked before it is kept. */
export type BypassRecord = {
  district: string
  id: string
  unit_id: string
  point: string
  day: string
  item: string
  applicant: string
  number: string
  case_id: string | null
  imported_at: Date
  imported_by: string
}

/** Who is cared for under which category of the pack, until when the law lets us know it. */
export type Care = {
  district: string
  id: string
  person_id: string
  category: string
  level: 'high' | 'key' | 'general'
  basis: string
  since: string
  until: string | null
  ended_on: string | null
  ended_why: string | null
  changed_on: string | null
  created_by: string
}

/** Matters that belong together. merged: case_id ended in favour of other_id, whose answer is its answer too; each still counts once (R-B.12). */
export type CaseLink = {
  district: string
  case_id: string
  other_id: string
  kind: 'duplicate' | 'related' | 'merged'
  note: string
  at: Date
  by_account: string
}

/** What was asked for and what came: on paper, as a file, fetched from what we hold, or promised (容缺). */
export type CaseMaterial = {
  district: string
  case_id: string
  code: string
  name: string
  necessity: 'required' | 'conditional' | 'deferrable'
  status: 'missing' | 'received' | 'held' | 'promised'
  file_ids: Generated<string[]>
  note: string | null
  at: Date
}

/** One unit's part in a case. A returned part stays as it was; its successor is a new row on the same node. */
export type CaseTask = {
  district: string
  id: string
  case_id: string
  node: string
  title: string
  kind: 'opinion' | 'decision' | 'consultation'
  unit_id: string
  status: 'open' | 'done' | 'returned' | 'cancelled'
  opened_at: Date
  ended_at: Date | null
  ended_by: string | null
  outcome: string | null
  opinion: string | null
  data: ColumnType<unknown, string | undefined, string>
}

/** One row a case. Short notes that every list needs; due_at, warn_at and stopped_since are copies from the clock that runs for the office now (notice, total or delivery). */
export type Cases = {
  district: string
  id: string
  kind: 'matter'
  number: string
  title: string
  item_id: string
  item_digest: string
  process_digest: string
  place_id: string
  channel: 'window' | 'phone' | 'web' | 'door'
  status: 'received' | 'correction' | 'processing' | 'decided' | 'issued' | 'delivered' | 'refused' | 'returned' | 'lapsed' | 'withdrawn' | 'voided' | 'merged' | 'unclaimed'
  /** The process kernel's state; null before acceptance. */
  state: Json | null
  /** Named facts computed from the form at submission with the item's own conditions. */
  facts: Json
  applicant_account: string | null
  accept_unit: string
  lead_unit: string
  received_at: Date
  accepted_at: Date | null
  decided_at: Date | null
  closed_at: Date | null
  closing: string | null
  outcome: string | null
  due_at: Date | null
  warn_at: Date | null
  stopped_since: Date | null
  version: Generated<number>
  /** Whether the applicant says the trouble is over. Closed is not solved: outcome is what the office did. */
  solution: Generated<'unknown' | 'solved' | 'disputed'>
}

/** A time limit as segments: running, stopped, extended (R-B.10). due_at is derived from them and kept for lists. */
export type Clock = {
  district: string
  id: string
  case_id: string
  task_id: string | null
  name: 'notice' | 'correction' | 'tolerance' | 'total' | 'task' | 'timer' | 'delivery' | 'contact' | 'reply' | 'hold' | 'dispute' | 'rectify'
  /** timer only: the boundary timer in the process that this clock fires. */
  node: string | null
  started_at: Date
  ended_at: Date | null
  amount: number
  unit: 'workday' | 'day' | 'hour' | 'month'
  legal_amount: number | null
  /** List of {kind: stop|extend, …}; see server/calendar/clock.ts. */
  segments: Json
  due_at: Date | null
  warn_at: Date | null
  legal_due_at: Date | null
  stopped_since: Date | null
}

/** Idempotency: the answer given to a command, stored in the same transaction as its effect. */
export type Command = {
  district: string
  account_id: string
  key: string
  fingerprint: string
  status: number
  response: Json
  at: Date
}

/** The head of the seal chain at the end of a day, to be kept by a second party. */
export type DailyAnchor = {
  district: string
  day: string
  n: number
  hash: string
}

/** Published content under the SHA-256 of its JSON. Append-only: a case keeps the digest it was made with. */
export type Definition = {
  district: string
  kind: 'item' | 'process' | 'register' | 'indicator' | 'report'
  digest: string
  id: string
  version: number
  /** json, not jsonb: the order of a form's questions is part of it. */
  body: Json
  published_at: Date
  /** pack: from the files; workshop: from a proposal. A newer pack does not undo the workshop, unless the pack itself changed. */
  origin: Generated<'pack' | 'workshop'>
  /** In force from then on; null: at once. */
  effective_from: Date | null
}

/** How far the demo district's time is from the wall clock. Empty in a real district. */
export type DemoClock = {
  district: string
  offset_ms: number
}

/** One row a district; the key is its six-digit division code (340705). */
export type District = {
  district: string
  name: string
  short_name: string
}

/** Answers not yet submitted, encrypted whole; gone on submission or after 30 days. */
export type Draft = {
  district: string
  account_id: string
  item_id: string
  data: Buffer
  updated_at: Date
}

/** A home, or another space behind a door. building_id null: its address names no building we know; somebody must look (待匹配地址). */
export type Dwelling = {
  district: string
  id: string
  community_id: string
  building_id: string | null
  /** What is left of the address below the community, in one spelling: 湖东新村12栋2单元305室. */
  key: string
  address: string
  use: string | null
  area: number | null
  rented: boolean | null
}

/** The append-only history: who did what in whose name. account_id null: the clock did it. */
export type Event = {
  district: string
  id: GeneratedAlways<number>
  at: Date
  account_id: string | null
  unit_id: string | null
  capacity: string | null
  verb: string
  case_id: string | null
  data: Json
}

/** The hash chain: each seal covers every column of the events after the previous seal up to up_to. */
export type EventSeal = {
  district: string
  n: number
  up_to: number
  events: number
  hash: string
  prev_hash: string
  at: Date
}

/** Who stands in which exported file: one row a person and file, whatever the number of times it is taken. With the history it answers who looked at me. */
export type ExportPerson = {
  district: string
  person_id: string
  export_id: string
}

/** Personal data leave only after a second person said yes, marked with who took them and why. */
export type ExportRequest = {
  district: string
  id: string
  number: string
  what: 'residents' | 'care' | 'households' | 'organisations'
  place_id: string
  filter: Json
  columns: string[]
  format: 'xlsx' | 'csv'
  purpose: string
  /** Why masked values will not do, where numbers or names in full were asked for. */
  justification: string | null
  days: number
  /** Counted when asked; what the file really has once it is made. */
  lines: number
  state: 'waiting' | 'refused' | 'cancelled' | 'making' | 'ready' | 'failed' | 'expired'
  requested_by: string
  unit_id: string
  capacity: string
  requested_at: Date
  decided_by: string | null
  decided_at: Date | null
  note: string | null
  done: Generated<number>
  /** Wall time of the last sign of life of its making. */
  beat_at: Date | null
  made_at: Date | null
  expires_at: Date | null
  taken: Generated<number>
}

/** What happened in the grid, under the id the phone gave it: sent again it is the same entry. occurred_at is when it happened by our clock, received_at when we heard of it (B7). */
export type FieldEntry = {
  district: string
  id: string
  n: GeneratedAlways<number>
  account_id: string
  /** Whose duty it was; another than account_id when a substitute did it. */
  responsible: string
  kind: 'visit' | 'collect' | 'patrol' | 'refused' | 'diary' | 'task' | 'newcomer'
  subject: string
  after: string | null
  grid_id: string
  occurred_at: Date
  received_at: Date
  /** How far the phone's clock was off: what it showed is occurred_at plus this. */
  skew_ms: number
  /** Sealed; taken in working hours only, forgotten after the retention of the pack (17.1, PIPL 28). */
  position: Buffer | null
  photos: string[]
  /** Which points of the patrol plan were seen: coverage counts points, not walks (2.5). */
  points: Generated<string[]>
  body: Buffer
  digest: Buffer
}

/** A figure as it was reckoned once: by which definition, of which place and time, from the rows known at its cut-off. Locked, it is never changed; a later reckoning is a new row that restates it. */
export type Figure = {
  district: string
  id: string
  indicator: string
  digest: string
  place_id: string
  from_on: string | null
  to_on: string
  cut_off: Date
  numerator: number | null
  denominator: number | null
  value: number | null
  status: 'draft' | 'department' | 'reviewed' | 'locked'
  restates: string | null
  reason: string | null
  /** Set by hand beside the reckoned value, with reason and signer; both stay. */
  override: number | null
  override_reason: string | null
  override_by: string | null
  computed_by: string | null
  department_by: string | null
  reviewed_by: string | null
  locked_by: string | null
  locked_at: Date | null
}

/** An indicator summed by community and month: what came in the month less what ended in it, so that figures of any months add up. */
export type FigureCell = {
  district: string
  digest: string
  place_id: string
  month: string
  numerator: number
  denominator: number
}

/** An upload; the bytes lie in the data folder under their hash. */
export type File = {
  district: string
  id: string
  sha256: string
  name: string
  mime: string
  bytes: number
  created_by: string
  created_at: Date
}

/** A registered household (户), by its number in the register. Its members are the registered residences that name it. */
export type Household = {
  district: string
  number: string
  dwelling_id: string | null
}

export type ImportFault = {
  district: string
  job_id: string
  n: number
  field: string
  message: string
}

/** A spreadsheet on its way in: uploaded, checked row by row (nothing changes), imported in one transaction. */
export type ImportJob = {
  district: string
  id: string
  kind: 'residents' | 'dwellings' | 'buildings' | 'organisations' | 'register:%'
  name: string
  sha256: string
  bytes: number
  headings: string[]
  /** The first lines, sealed: what the mapping is chosen by. */
  sample: Buffer
  mapping: Json | null
  source: string | null
  collected_on: string | null
  choice: 'all-or-nothing' | 'skip-bad' | null
  state: 'uploaded' | 'checking' | 'checked' | 'importing' | 'done' | 'cancelled' | 'failed'
  lines: Generated<number>
  good: Generated<number>
  bad: Generated<number>
  done: Generated<number>
  result: Json | null
  why: string | null
  /** What importing it would do, as far as is known when it was checked; made anew when another import came in since (forecast_at). */
  forecast: Json | null
  forecast_at: Date | null
  /** Counts every hand that took it, a person or a worker: a worker that finds another number has lost the job and stops. */
  turn: Generated<number>
  /** How often a worker began since a person last touched it; a sheet that fells its worker is given up after three. */
  tries: Generated<number>
  created_by: string
  created_at: Date
  ended_at: Date | null
  /** Wall time of the last sign of life: a job without one for a minute is taken up again. */
  beat_at: Date | null
}

/** The checked lines of jobs that are not done yet. Unlogged: after a crash of the database they are checked again. */
export type ImportLine = {
  district: string
  job_id: string
  n: number
  id_hash: Buffer | null
  id_number: Buffer | null
  name: string | null
  phone: Buffer | null
  phone_hash: Buffer | null
  sex: string | null
  born: string | null
  search: string | null
  reg_community: string | null
  reg_building: string | null
  reg_key: string | null
  now_community: string | null
  now_building: string | null
  now_key: string | null
  since: string | null
  household: string | null
  relation: string | null
  data: Json | null
  body: Buffer | null
  digest: Buffer | null
}

/** A counter or mailbox of a department at which people still hand things in. closed_on: taken into the one window. */
export type IntakePoint = {
  district: string
  id: string
  unit_id: string
  name: string
  address: string
  opened_on: string
  closed_on: string | null
}

/** An item a department still owes the one window: who answers for it, by when; online_as: the item it became. */
export type ItemPlan = {
  district: string
  id: string
  unit_id: string
  name: string
  owner: string
  promised_on: string
  online_as: string | null
  online_at: Date | null
}

/** Whether an item can be asked for. No row: in use. Open matters go on under the version they began with, whatever this says. */
export type ItemState = {
  district: string
  item_id: string
  state: 'in-use' | 'suspended' | 'cancelled'
  reason: string
  at: Date
  by_account: string
}

/** What only a service matter 办件 has. form holds personal fields encrypted one by one. */
export type Matter = {
  district: string
  case_id: string
  form: Json
  agent: Json | null
  deemed: Generated<boolean>
  tolerance: Json | null
  decision: Json | null
  result: Json | null
  delivery: Json | null
  extension: Json | null
  notice: Json | null
  withdrawal: Json | null
  refusal: Json | null
  /** What befell it, each by name: dispute, vertical, visit, late, helper, representative, undelivered (server/matter/model.ts). Short notes; personal numbers are in party. */
  exceptions: ColumnType<unknown, string | undefined, string>
}

export type Meeting = {
  district: string
  id: string
  place_id: string
  held_on: string
  title: string
  minutes: string
  present: string[]
  created_by: string
  created_at: Date
}

export type MeetingTask = {
  district: string
  id: string
  meeting_id: string
  title: string
  account_id: string
  due_on: string
  done_at: Date | null
  done_by: string | null
  note: string | null
}

/** One message to one person about one event, made from the sealed history, so that none is lost and none comes twice. recipient: the account, or applicant for one without an account. No personal numbers in text. */
export type Message = {
  district: string
  id: string
  event_id: number
  case_id: string
  recipient: string
  account_id: string | null
  legal: boolean
  text: string
  why: string
  at: Date
  read_at: Date | null
}

export type MessageCursor = {
  district: string
  event_id: number
}

/** What somebody turned off or on. Legal notices go out all the same. */
export type MessagePreference = {
  district: string
  account_id: string
  channel: 'sms' | 'wechat'
  wanted: boolean
}

export type MessageSend = {
  district: string
  message_id: string
  channel: 'sms' | 'wechat'
  attempts: Generated<number>
  /** When to try (again); null when sent, or given up after ten attempts (error says why). */
  next_at: Date | null
  sent_at: Date | null
  error: string | null
}

/** A body that sits in the district, by its unified social credit code (GB 32100). */
export type Organisation = {
  district: string
  id: string
  uscc: string
  name: string
  kind: string
  community_id: string | null
  dwelling_id: string | null
  building_id: string | null
  staff: number | null
  closed_on: string | null
}

/** A statutory document as issued; append-only. A new one is a new version that names the one it replaces (R-B.14). */
export type Paper = {
  district: string
  id: string
  case_id: string
  kind: string
  number: string
  version: number
  body: Json
  issued_at: Date
  issued_by: string | null
  seal_unit: string
}

/** The bytes first printed, so that every later print is the same. */
export type PaperFile = {
  district: string
  paper_id: string
  file_id: string
}

export type PaperVoid = {
  district: string
  paper_id: string
  at: Date
  by_account: string
  reason: string
}

/** Identity as it was at submission; never rewritten by later edits to the person (R-B.6). */
export type Party = {
  district: string
  case_id: string
  role: 'applicant' | 'agent'
  name: string
  id_number: Buffer
  id_hash: Buffer
  phone: Buffer
  phone_hash: Buffer
  address: string
  person_id: string | null
}

export type PatrolPlan = {
  district: string
  id: string
  grid_id: string
  name: string
  kind: string
  every_days: number
  points: Json
  valid_from: string
  valid_to: string | null
  created_by: string
}

/** A resident known to the district; may have no account (B2). id_number and phone are encrypted, the hashes are blind indexes. */
export type Person = {
  district: string
  id: string
  name: string
  id_number: Buffer | null
  id_hash: Buffer | null
  phone: Buffer | null
  phone_hash: Buffer | null
  /** Where to look for them first: the grid they live in, else are registered in; the community where no grid is known. */
  place_id: string
  sex: 'male' | 'female' | null
  born: string | null
  died_on: string | null
  /** How much the source of name, sex and birth counts; a lower one never overwrites a higher (R-B.7). */
  rank: Generated<number>
  as_of: string | null
  /** Two-character pieces of the name, its pinyin and its initials. */
  search: string | null
  /** The same human being, kept under that id. Nothing is moved, so that it can be undone. */
  merged_into: string | null
}

export type PersonMerge = {
  district: string
  id: string
  kept_id: string
  gone_id: string
  reason: string
  by: string
  at: Date
  undone_at: Date | null
  undone_by: string | null
}

/** The tree as it stands. id is our own and never changes; official codes are in place_period (R-B.2). Depth is free: a community may stand directly under the district (R-B.1). */
export type Place = {
  district: string
  id: string
  kind: 'district' | 'street' | 'town' | 'office' | 'zone' | 'community' | 'village' | 'grid'
  name: string
  parent_id: string | null
  /** Ids from the root, each followed by a slash: tongguan/tianjinghu/. What lies under a place starts with its path. */
  path: string
  valid_from: string
  valid_to: string | null
  /** Divided here since: the pack no longer says how it stands. */
  by_hand: Generated<boolean>
}

/** What a place was called, coded, bounded and put under, from–to. valid_to is exclusive; null means still so. */
export type PlacePeriod = {
  district: string
  place_id: string
  valid_from: string
  valid_to: string | null
  name: string
  code: string | null
  parent_id: string | null
  population: number | null
  households: number | null
  boundary: Json | null
  /** false: made by us for want of public data (boundaries, grids, populations). */
  real: boolean
}

/** Which place took over from which, on merge and split (R-B.2). */
export type PlaceSuccession = {
  district: string
  from_id: string
  to_id: string
  at: string
}

/** Who holds which duty, for which unit, over which place, from–to. valid_to is exclusive. */
export type Post = {
  district: string
  id: string
  account_id: string
  duty: 'clerk' | 'handler' | 'head' | 'leader' | 'supervisor' | 'dispatcher' | 'grid-worker' | 'grid-head' | 'data-manager' | 'catalogue-manager' | 'rating-manager' | 'register-keeper' | 'party-worker' | 'statistician' | 'system-admin' | 'security-admin' | 'audit-admin' | 'deputy'
  unit_id: string
  place_id: string
  /** In whose name the holder acts (R-B.5): decides seal, template and metric. */
  capacity: string
  valid_from: string
  valid_to: string | null
  /** A岗 at the window, B岗 in the grid (2.6); share is the part of the working time in percent. */
  shift: 'A' | 'B' | null
  share: number | null
  duty_phone: string | null
}

/** A change to an item or a process, until a second person has read it. digest: what it was published as. */
export type Proposal = {
  district: string
  id: string
  kind: 'item' | 'process'
  target: string
  base_digest: string | null
  body: Json
  note: string
  status: 'draft' | 'submitted' | 'rejected' | 'published'
  author: string
  updated_at: Date
  submitted_at: Date | null
  effective_from: Date | null
  reviewer: string | null
  reviewed_at: Date | null
  review_note: string | null
  digest: string | null
}

/** Voluntary, 1 best to 5 worst; 4 and 5 open a contact duty. No row means not rated. */
export type Rating = {
  district: string
  case_id: string
  level: number
  words: string | null
  channel: string
  at: Date
  contacted_at: Date | null
  contacted_by: string | null
  contact_note: string | null
  rectification: string | null
  rectified_at: Date | null
  called_back_at: Date | null
  call_back_satisfied: boolean | null
  call_back_note: string | null
  appeal: string | null
  appealed_at: Date | null
  /** true: wrong or malicious on review, and left out of every figure; the row stays. */
  appeal_upheld: boolean | null
  appeal_note: string | null
}

/** What one source said about one subject on one day: the 信息 that the yearly report counts. Never overwritten; what is held about somebody is read from all of them. */
export type Record = {
  district: string
  id: string
  subject_kind: 'person' | 'building' | 'dwelling' | 'organisation'
  subject_id: string
  source: string
  rank: number
  collected_on: string
  collector: string | null
  import_id: string | null
  entry_id: string | null
  /** Which attributes it speaks of; what they are is sealed in body. */
  names: string[]
  /** The attributes as JSON, sealed like an identity number. */
  body: Buffer
  /** A keyed hash of the attributes: the same said again is not said twice. */
  digest: Buffer
  recorded_at: Date
  verified_at: Date | null
  verified_by: string | null
  /** What the second look found; the collector never verifies their own (2.3). */
  agrees: boolean | null
}

/** What the date of an entry asks for: a certificate that ends, a yearly check (of the definition's duties). */
export type RegisterDuty = {
  district: string
  entry_id: string
  duty: string
  due_on: string
  register: string
  place_id: string
  warn_on: string
  done_on: string | null
  done_by: string | null
  note: string | null
}

/** A thing that stays: a facility, an agreement, a team. What is known of it stands in register_version. */
export type RegisterEntry = {
  district: string
  id: string
  register: string
  /** What tells it from the others of its register, as the definition says; null where nothing does. */
  key: string | null
  created_at: Date
}

/** What was known of an entry from one moment (recorded_at) to another (replaced_at), to be so from one day (valid_from) to another (valid_to, exclusive). Never changed but for replaced_at, which is set once. */
export type RegisterVersion = {
  district: string
  id: string
  entry_id: string
  register: string
  /** The definition it was written under, for life. */
  digest: string
  valid_from: string
  valid_to: string | null
  recorded_at: Date
  replaced_at: Date | null
  corrects: string | null
  place_id: string
  title: string
  /** Its fields, without those that the definition says are personal. */
  data: Json
  /** The personal fields as JSON, sealed like an identity number. */
  sealed: Buffer | null
  search: string | null
  reason: string | null
  account_id: string | null
  import_id: string | null
}

/** A report on special work (专项工作报告), from the first draft to the answer to the deputies' opinions (16.1). */
export type Report = {
  district: string
  id: string
  template: string
  digest: string
  title: string
  as_of: string
  meeting_on: string
  /** Of the congress (届); sitting: of its standing committee (次). Null where nobody said. */
  term: number | null
  sitting: number | null
  status: 'draft' | 'locked' | 'delivered' | 'closed'
  created_by: string
  created_at: Date
}

/** Days counted back from the meeting in calendar days: 20, 10, 7. */
export type ReportNode = {
  district: string
  report_id: string
  node: string
  due_on: string
  done_on: string | null
  done_by: string | null
}

/** What deputies and departments say: before the meeting (answered in the text) or at it (审议意见: a task, a reply, a vote of satisfaction). */
export type ReportOpinion = {
  district: string
  id: string
  report_id: string
  stage: 'before' | 'meeting'
  said_by: string
  body: string
  said_on: string
  owner_unit: string | null
  due_on: string | null
  response: string | null
  responded_by: string | null
  responded_at: Date | null
  in_version: number | null
  satisfaction: 'satisfied' | 'basically' | 'dissatisfied' | null
}

/** A sentence of 下一步安排 as a task: the next report begins with what became of it. */
export type ReportPromise = {
  district: string
  id: string
  report_id: string
  n: number
  text: string
  owner_unit: string | null
  due_on: string | null
  indicator: string | null
  target: number | null
  outcome: 'kept' | 'partly' | 'not' | null
  note: string | null
}

export type ReportVersion = {
  district: string
  report_id: string
  n: number
  body: string
  /** What each mark in the text stands for and says: mark to its source, words and kept figure. */
  figures: Json
  note: string | null
  made_by: string
  made_at: Date
}

/** 户籍 is kind registered, 实有 is present, 常住 is present for half a year: kept apart. dwelling_id null: outside the district. valid_to is exclusive. */
export type Residence = {
  district: string
  person_id: string
  kind: 'registered' | 'present'
  valid_from: string
  valid_to: string | null
  dwelling_id: string | null
  household: string | null
  relation: string | null
  ended_why: string | null
}

/** A list's filters under a name: the part of its address behind the question mark. */
export type SavedView = {
  district: string
  id: string
  account_id: string
  page: string
  name: string
  query: string
  shared: boolean
  created_at: Date
}

/** Gapless numbers for papers and orders, one row a series (kind, unit and year). */
export type Serial = {
  district: string
  name: string
  n: number
}

/** SHA-256 of the cookie, never the cookie. */
export type Session = {
  district: string
  token_hash: Buffer
  account_id: string
  created_at: Date
  expires_at: Date
}

/** A numbered order to a unit with a reply deadline (督办); not an urge, which is only an event (催办). */
export type Supervision = {
  district: string
  id: string
  case_id: string
  number: string
  basis: string
  demand: string
  target_unit: string
  by_account: string
  at: Date
  reply: string | null
  replied_at: Date | null
  replied_by: string | null
}

/** What no rows of ours can say and somebody reports (填报): a survey, a count by a department, with its source. */
export type ToldFigure = {
  district: string
  id: string
  indicator: string
  place_id: string
  from_on: string | null
  to_on: string
  numerator: number
  denominator: number | null
  source: string
  told_by: string
  told_at: Date
  replaced_at: Date | null
}

/** An organisation that can hold a task: a department, a community service centre, the dispatch centre. */
export type Unit = {
  district: string
  id: string
  name: string
  short_name: string
  kind: 'government' | 'department' | 'service-centre' | 'committee' | 'dispatch-centre' | 'other'
  place_id: string
  duty_phone: string | null
}

export type FactsBuilding = {
  district: string | null
  building_id: string | null
  name: string | null
  place_path: string | null
  community: string | null
}

export type FactsBypass = {
  district: string | null
  day: string | null
  unit_id: string | null
  unit: string | null
  point: string | null
  item: string | null
  applicant: string | null
  number: string | null
  matched: string | null
}

export type FactsCare = {
  district: string | null
  category: string | null
  level: string | null
  since: string | null
  until: string | null
  place_path: string | null
}

export type FactsDeadline = {
  district: string | null
  case_id: string | null
  number: string | null
  title: string | null
  place_path: string | null
  community: string | null
  lead_unit: string | null
  accepted_at: Date | null
  decided_at: Date | null
  closed_at: Date | null
  accepted_on: string | null
  decided_on: string | null
  due_on: string | null
  legal_due_on: string | null
  ended_on: string | null
  due_at: Date | null
  legal_due_at: Date | null
  limit_amount: number | null
  limit_unit: string | null
  legal_amount: number | null
  ended_at: Date | null
  applicant: string | null
}

export type FactsEntry = {
  district: string | null
  register: string | null
  entry_id: string | null
  version_id: string | null
  title: string | null
  place_id: string | null
  place_path: string | null
  community: string | null
  valid_from: string | null
  valid_to: string | null
  recorded_at: Date | null
  replaced_at: Date | null
  data: Json | null
}

export type FactsEvent = {
  district: string | null
  case_id: string | null
  verb: string | null
  at: Date | null
  data: Json | null
  on_day: string | null
}

export type FactsField = {
  district: string | null
  kind: string | null
  on_day: string | null
  points: number | null
  place_path: string | null
  grid: string | null
}

export type FactsGrid = {
  district: string | null
  grid_id: string | null
  name: string | null
  community: string | null
  place_path: string | null
  valid_from: string | null
  valid_to: string | null
}

export type FactsHousehold = {
  district: string | null
  household_id: string | null
  valid_from: string | null
  valid_to: string | null
  place_path: string | null
  community: string | null
}

export type FactsItem = {
  district: string | null
  item_id: string | null
  name: string | null
  line: string | null
  project_type: string | null
  visits: number | null
  promised: number | null
  legal: number | null
  published_at: Date | null
  used_from: string | null
  used_until: string | null
}

export type FactsLabels = {
  district: string | null
  register: string | null
  field: string | null
  labels: Json | null
}

export type FactsMaterial = {
  district: string | null
  case_id: string | null
  code: string | null
  name: string | null
  necessity: string | null
  status: string | null
  on_day: string | null
}

export type FactsMatter = {
  district: string | null
  case_id: string | null
  number: string | null
  title: string | null
  item_id: string | null
  line: string | null
  project_type: string | null
  place_path: string | null
  community: string | null
  accept_unit_id: string | null
  accept_unit: string | null
  lead_unit: string | null
  applicant: string | null
  channel: string | null
  status: string | null
  closing: string | null
  outcome: string | null
  solution: string | null
  received_at: Date | null
  accepted_at: Date | null
  decided_at: Date | null
  closed_at: Date | null
  received_on: string | null
  accepted_on: string | null
  decided_on: string | null
  closed_on: string | null
  deemed: boolean | null
  notice: Json | null
  refusal: Json | null
  extension: Json | null
  decision: Json | null
  result: Json | null
  tolerance: Json | null
  delivery: Json | null
  exceptions: Json | null
  rating: number | null
  rated_at: Date | null
  contacted_at: Date | null
  rectified_at: Date | null
  called_back_at: Date | null
  call_back_satisfied: boolean | null
  rating_excluded: boolean | null
}

export type FactsOrganisation = {
  district: string | null
  organisation_id: string | null
  name: string | null
  kind: string | null
  closed_on: string | null
  place_path: string | null
  community: string | null
}

export type FactsPart = {
  district: string | null
  case_id: string | null
  id: string | null
  title: string | null
  kind: string | null
  unit_id: string | null
  unit: string | null
  status: string | null
  outcome: string | null
  opinion: string | null
  opened_on: string | null
  ended_on: string | null
  due_at: Date | null
  segments: Json | null
  ended_at: Date | null
}

export type FactsPatrol = {
  district: string | null
  name: string | null
  point: string | null
  due_on: string | null
  place_path: string | null
  grid: string | null
  seen: boolean | null
}

export type FactsPlace = {
  district: string | null
  place_id: string | null
  kind: string | null
  path: string | null
  name: string | null
  code: string | null
  parent_id: string | null
  population: number | null
  households: number | null
  real: boolean | null
  valid_from: string | null
  until: string | null
  last: boolean | null
}

export type FactsRecord = {
  district: string | null
  record_id: string | null
  kind: string | null
  source: string | null
  collected_on: string | null
  recorded_on: string | null
  verified: boolean | null
  agrees: boolean | null
  place_path: string | null
  place: string | null
}

export type FactsResidence = {
  district: string | null
  person_id: string | null
  kind: string | null
  valid_from: string | null
  usual_from: string | null
  valid_to: string | null
  born_in: number | null
  place_path: string | null
  community: string | null
}

export type FactsSupervision = {
  district: string | null
  case_id: string | null
  number: string | null
  basis: string | null
  demand: string | null
  target: string | null
  reply: string | null
  ordered_on: string | null
  replied_on: string | null
}

export type FactsTold = {
  district: string | null
  indicator: string | null
  from_on: string | null
  to_on: string | null
  source: string | null
  place_path: string | null
  place: string | null
  counted: boolean | null
  amount: number | null
}

export type FactsUnit = {
  district: string | null
  unit_id: string | null
  name: string | null
  short_name: string | null
  kind: string | null
}

export type Tables = {
  absence: Absence
  account: Account
  amendment: Amendment
  building: Building
  building_grid: BuildingGrid
  bypass_record: BypassRecord
  care: Care
  case_link: CaseLink
  case_material: CaseMaterial
  case_task: CaseTask
  cases: Cases
  clock: Clock
  command: Command
  daily_anchor: DailyAnchor
  definition: Definition
  demo_clock: DemoClock
  district: District
  draft: Draft
  dwelling: Dwelling
  event: Event
  event_seal: EventSeal
  export_person: ExportPerson
  export_request: ExportRequest
  field_entry: FieldEntry
  figure: Figure
  figure_cell: FigureCell
  file: File
  household: Household
  import_fault: ImportFault
  import_job: ImportJob
  import_line: ImportLine
  intake_point: IntakePoint
  item_plan: ItemPlan
  item_state: ItemState
  matter: Matter
  meeting: Meeting
  meeting_task: MeetingTask
  message: Message
  message_cursor: MessageCursor
  message_preference: MessagePreference
  message_send: MessageSend
  organisation: Organisation
  paper: Paper
  paper_file: PaperFile
  paper_void: PaperVoid
  party: Party
  patrol_plan: PatrolPlan
  person: Person
  person_merge: PersonMerge
  place: Place
  place_period: PlacePeriod
  place_succession: PlaceSuccession
  post: Post
  proposal: Proposal
  rating: Rating
  record: Record
  register_duty: RegisterDuty
  register_entry: RegisterEntry
  register_version: RegisterVersion
  report: Report
  report_node: ReportNode
  report_opinion: ReportOpinion
  report_promise: ReportPromise
  report_version: ReportVersion
  residence: Residence
  saved_view: SavedView
  serial: Serial
  session: Session
  supervision: Supervision
  told_figure: ToldFigure
  unit: Unit
  facts_building: FactsBuilding
  facts_bypass: FactsBypass
  facts_care: FactsCare
  facts_deadline: FactsDeadline
  facts_entry: FactsEntry
  facts_event: FactsEvent
  facts_field: FactsField
  facts_grid: FactsGrid
  facts_household: FactsHousehold
  facts_item: FactsItem
  facts_labels: FactsLabels
  facts_material: FactsMaterial
  facts_matter: FactsMatter
  facts_organisation: FactsOrganisation
  facts_part: FactsPart
  facts_patrol: FactsPatrol
  facts_place: FactsPlace
  facts_record: FactsRecord
  facts_residence: FactsResidence
  facts_supervision: FactsSupervision
  facts_told: FactsTold
  facts_unit: FactsUnit
}
