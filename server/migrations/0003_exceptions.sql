-- What befalls a matter beside its formal road.

alter table matter add column exceptions jsonb not null default '{}';
comment on column matter.exceptions is 'What befell it, each by name: dispute, vertical, visit, late, helper, representative, undelivered (server/matter/model.ts). Short notes; personal numbers are in party.';

alter table cases add column solution text not null default 'unknown' check (solution in ('unknown','solved','disputed'));
comment on column cases.solution is 'Whether the applicant says the trouble is over. Closed is not solved: outcome is what the office did.';
alter table cases drop constraint cases_status_check;
alter table cases add constraint cases_status_check check (status in ('received','correction','processing','decided','issued','delivered','refused','returned','lapsed','withdrawn','voided','merged','unclaimed'));
alter table cases drop constraint cases_channel_check;
alter table cases add constraint cases_channel_check check (channel in ('window','phone','web','door'));
create index cases_disputed on cases (district, received_at desc) where solution = 'disputed'; -- serves: the list of disputed matters

alter table clock drop constraint clock_name_check;
alter table clock add constraint clock_name_check check (name in ('notice','correction','tolerance','total','task','timer','delivery','contact','reply','hold','dispute','rectify'));

create table case_link (
  district   text not null,
  case_id    uuid not null,
  other_id   uuid not null,
  kind       text not null check (kind in ('duplicate','related','merged')),
  note       text not null,
  at         timestamptz not null,
  by_account text not null,
  primary key (district, case_id, other_id),
  foreign key (district, case_id) references cases,
  foreign key (district, other_id) references cases
);
create index case_link_by_other on case_link (district, other_id); -- serves: the matters merged into one
comment on table case_link is 'Matters that belong together. merged: case_id ended in favour of other_id, whose answer is its answer too; each still counts once (R-B.12).';

alter table rating add column rectification text;
alter table rating add column rectified_at timestamptz;
alter table rating add column called_back_at timestamptz;
alter table rating add column call_back_satisfied boolean;
alter table rating add column call_back_note text;
alter table rating add column appeal text;
alter table rating add column appealed_at timestamptz;
alter table rating add column appeal_upheld boolean;
alter table rating add column appeal_note text;
comment on column rating.appeal_upheld is 'true: wrong or malicious on review, and left out of every figure; the row stays.';

create trigger append_only before update or delete on party for each row execute function append_only();
