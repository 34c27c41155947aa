-- The report to the People's Congress: its versions, what was said of them, its days, and what was promised.

create table report (
  district   text not null references district,
  id         uuid not null,
  template   text not null,
  digest     text not null,
  title      text not null,
  as_of      date not null,
  meeting_on date not null,
  term       integer,
  sitting    integer,
  status     text not null check (status in ('draft','locked','delivered','closed')),
  created_by text not null,
  created_at timestamptz not null,
  primary key (district, id)
);
comment on column report.term is 'Of the congress (届); sitting: of its standing committee (次). Null where nobody said.';
comment on table report is 'A report on special work (专项工作报告), from the first draft to the answer to the deputies'' opinions (16.1).';

create table report_version (
  district  text not null,
  report_id uuid not null,
  n         integer not null,
  body      text not null,
  figures   jsonb not null,
  note      text,
  made_by   text not null,
  made_at   timestamptz not null,
  primary key (district, report_id, n),
  foreign key (district, report_id) references report
);
comment on column report_version.figures is 'What each mark in the text stands for and says: mark to its source, words and kept figure (R-16.2).';

create table report_opinion (
  district     text not null,
  id           uuid not null,
  report_id    uuid not null,
  stage        text not null check (stage in ('before','meeting')),
  said_by      text not null,
  body         text not null,
  said_on      date not null,
  owner_unit   text,
  due_on       date,
  response     text,
  responded_by text,
  responded_at timestamptz,
  in_version   integer,
  satisfaction text check (satisfaction in ('satisfied','basically','dissatisfied')),
  primary key (district, id),
  foreign key (district, report_id) references report
);
comment on table report_opinion is 'What deputies and departments say: before the meeting (answered in the text) or at it (审议意见: a task, a reply, a vote of satisfaction).';

create table report_node (
  district  text not null,
  report_id uuid not null,
  node      text not null,
  due_on    date not null,
  done_on   date,
  done_by   text,
  primary key (district, report_id, node),
  foreign key (district, report_id) references report
);
comment on table report_node is 'Days counted back from the meeting in calendar days: 20, 10, 7 (R-16.1).';

create table report_promise (
  district   text not null,
  id         uuid not null,
  report_id  uuid not null,
  n          integer not null,
  text       text not null,
  owner_unit text,
  due_on     date,
  indicator  text,
  target     numeric,
  outcome    text check (outcome in ('kept','partly','not')),
  note       text,
  primary key (district, id),
  foreign key (district, report_id) references report
);
comment on table report_promise is 'A sentence of 下一步安排 as a task: the next report begins with what became of it.';
