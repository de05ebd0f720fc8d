-- Browsers seal what the server has not taken yet with a key that the server gives to its owner only: whoever finds the
-- browser's files finds nothing to read. A new password leaves it as it is, so that what waits can still be read.
set local search_path = mingzhang;

create table browser_key (
  person_id uuid primary key references person,
  key bytea not null check (length(key) = 32)
);

-- The person's own, which is `fresh` at the first time. Of two sessions that ask at once both get the same.
create function own_browser_key(fresh bytea) returns bytea language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  if current_person() is null then
    raise exception 'nobody has no key' using errcode = 'insufficient_privilege';
  end if;
  insert into browser_key values (current_person(), fresh) on conflict do nothing;
  return (select key from browser_key where person_id = current_person());
end $$;

grant execute on function own_browser_key(bytea) to :application;
