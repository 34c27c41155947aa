-- What people are told of what happened.

create table message (
  district   text not null references district,
  id         uuid not null,
  event_id   bigint not null,
  case_id    uuid not null,
  recipient  text not null,
  account_id text,
  legal      boolean not null,
  text       text not null,
  why        text not null,
  at         timestamptz not null,
  read_at    timestamptz,
  primary key (district, id),
  unique (district, event_id, recipient),
  foreign key (district, case_id) references cases,
  foreign key (district, account_id) references account
);
create index message_by_account on message (district, account_id, at desc, id) where account_id is not null; -- serves: my messages
comment on table message is 'One message to one person about one event, made from the sealed history, so that none is lost and none comes twice. recipient: the account, or applicant for one without an account. No personal numbers in text.';

create table message_send (
  district   text not null,
  message_id uuid not null,
  channel    text not null check (channel in ('sms','wechat')),
  attempts   integer not null default 0,
  next_at    timestamptz,
  sent_at    timestamptz,
  error      text,
  primary key (district, message_id, channel),
  foreign key (district, message_id) references message
);
create index message_send_due on message_send (district, next_at) where next_at is not null; -- serves: what is to be sent now
comment on column message_send.next_at is 'When to try (again); null when sent, or given up after ten attempts (error says why).';

create table message_preference (
  district   text not null,
  account_id text not null,
  channel    text not null check (channel in ('sms','wechat')),
  wanted     boolean not null,
  primary key (district, account_id, channel),
  foreign key (district, account_id) references account
);
comment on table message_preference is 'What somebody turned off or on. Legal notices go out all the same.';

create table message_cursor (
  district text primary key references district,
  event_id bigint not null
);
