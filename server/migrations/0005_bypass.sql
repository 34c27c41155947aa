-- 平台以外无受理: what departments still take beside the one window.

create table intake_point (
  district  text not null references district,
  id        uuid not null,
  unit_id   text not null,
  name      text not null,
  address   text not null,
  opened_on date not null,
  closed_on date,
  primary key (district, id),
  unique (district, unit_id, name),
  foreign key (district, unit_id) references unit
);
comment on table intake_point is 'A counter or mailbox of a department at which people still hand things in. closed_on: taken into the one window.';

create table bypass_record (
  district   text not null,
  id         uuid not null,
  unit_id    text not null,
  point      text not null,
  day        date not null,
  item       text not null,
  applicant  text not null,
  number     text not null,
  case_id    uuid,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (district, id),
  unique (district, unit_id, number),
  foreign key (district, unit_id) references unit,
  foreign key (district, case_id) references cases
);
create index bypass_record_by_day on bypass_record (district, day); -- serves: the report and the rate
comment on table bypass_record is 'A line of a department''s own log. case_id: the matter it was, found by the department''s number or by item, name and day; null: taken outside the platform. applicant is masked before it is kept.';
