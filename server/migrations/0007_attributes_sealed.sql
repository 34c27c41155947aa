-- What is held about a person is sealed as a whole: a disability certificate's number contains the identity number, a bank card's
-- tail and an income are nobody's business either. There are only made-up people so far; their file is loaded again at the start.

drop table person_attribute;
create table person_attribute (
  district     text not null,
  person_id    text not null,
  name         text not null,
  value        bytea not null,
  source       text not null,
  collected_at date not null,
  primary key (district, person_id, name),
  foreign key (district, person_id) references person
);
comment on table person_attribute is 'What we hold about a person, with where it comes from and when (R-B.7); offered to the applicant, never asked again.';
comment on column person_attribute.value is 'JSON, encrypted like the identity number.';
