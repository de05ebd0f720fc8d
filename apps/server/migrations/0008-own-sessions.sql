-- People see where they are signed in, and end what they do not know.
set local search_path = mingzhang;

alter table session add column address text not null default '';

create or replace function session_open(who uuid, token bytea, csrf_token text, once boolean, counter bigint, earlier bytea,
    address text) returns void
  language plpgsql security definer set search_path = mingzhang, pg_temp as $$
begin
  if is_throttled(session_open.address) then
    raise exception 'too many attempts' using errcode = 'MZ429';
  end if;
  update credential set failures = 0, locked_until = null, totp_counter = greatest(totp_counter, counter)
    where person_id = who and (totp_secret is null or totp_counter < counter);
  if not found then
    raise exception 'this code was used already' using errcode = 'invalid_password';
  end if;
  delete from session where created_at < now() - interval '12 hours' or token_hash = earlier;
  delete from attempt_count where since < now() - interval '1 hour';
  insert into session (token_hash, person_id, csrf, one_time, address) values (token, who, csrf_token, once, session_open.address);
  perform note_security('signed-in', who, session_open.address, '{}');
end $$;

create function own_sessions(current bytea) returns table (since timestamptz, used timestamptz, address text, own boolean)
  language sql stable security definer set search_path = mingzhang, pg_temp as $$
  select created_at, seen_at, session.address, token_hash = current from session
  where person_id = current_person()
    and created_at > now() - interval '12 hours' and seen_at > now() - interval '30 minutes'
  order by created_at desc
$$;

create function own_sessions_end(keep bytea) returns void language sql security definer
  set search_path = mingzhang, pg_temp as $$
  delete from session where person_id = current_person() and token_hash <> keep
$$;

grant execute on function own_sessions(bytea), own_sessions_end(bytea) to :application;
