-- Called by a write that found another version than it had read: the transaction fails by itself, and act() tries again.
create or replace function changed_meanwhile() returns integer language plpgsql as
$$ begin raise exception 'changed meanwhile' using errcode = 'serialization_failure'; end $$;
