-- A random identifier that begins with the time, as version 7 of RFC 9562 has it: what is written together stands together in every index.
-- From PostgreSQL 18 on there is one built in; 15 to 17 have none.
create or replace function ordered_id() returns uuid language sql volatile as $$
  select encode(set_byte(r, 6, get_byte(r, 6) & 15 | 112), 'hex')::uuid
    from (select overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6) as r) x
$$;
