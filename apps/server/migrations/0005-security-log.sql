-- What administrators look at when somebody tries doors: sign-ins, failures, locks and refused actions, in a chain of
-- the log of its own, so that nobody changes it unseen. It never holds what was typed as an account or a password.
set local search_path = mingzhang;

-- Failures of late, by the address they came from or the person who made them. Not kept: a count, not a record.
create table attempt_count (
  subject text primary key,
  failures integer not null,
  since timestamptz not null
);

-- One more failure; counting begins anew after a quarter of an hour.
create function count_attempt(who text) returns integer language sql security definer
  set search_path = mingzhang, pg_temp as $$
  insert into attempt_count as counted values (who, 1, now())
  on conflict (subject) do update set
    failures = case when counted.since < now() - interval '15 minutes' then 1 else counted.failures + 1 end,
    since = case when counted.since < now() - interval '15 minutes' then now() else counted.since end
  returning failures
$$;

-- A whole /64 of IPv6 is one customer's.
create function address_subject(address text) returns text language sql stable
  set search_path = mingzhang, pg_temp as $$
  select 'address ' || case when address like '%:%' then host(network(set_masklen(address::inet, 64))) else address end
$$;

create function is_throttled(address text) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from attempt_count where subject = address_subject(address) and failures >= 50
    and since > now() - interval '15 minutes')
$$;

create function note_security(what text, who uuid, address text, about jsonb) returns void language plpgsql
  security definer set search_path = mingzhang, pg_temp as $$
begin
  perform set_config('mingzhang.person', coalesce(who::text, ''), true);
  perform append_log('security', 'insert', array[('security', null, about ||
    jsonb_build_object('id', coalesce(who, gen_random_uuid()), 'event', what, 'address', address))::log_image]);
end $$;

-- A sign-in that failed. `who` is null where there is no such account. Beyond the limit of an address nothing more is
-- written: its sign-ins are refused without being looked at.
create function sign_in_failed(what text, who uuid, address text) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  failed integer := count_attempt(address_subject(address));
begin
  if failed > 50 then
    return;
  end if;
  perform note_security(what, who, address, '{}');
  if exists (select 1 from credential where person_id = who and failures % 5 = 0 and locked_until > now())
      and what <> 'locked-account' then
    perform note_security('account-locked', who, address, '{}');
  end if;
  if failed = 50 then
    perform note_security('address-throttled', who, address, '{}');
  end if;
end $$;

-- A wrong password given to change one's sign-in: counts as one at the door, so that a session left open is no way
-- to try passwords.
create function password_failed(who uuid, address text) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  update credential set failures = failures + 1,
    locked_until = case when failures % 5 = 4 then now() + interval '15 minutes' else locked_until end
    where person_id = who;
  perform sign_in_failed('wrong-password', who, address);
end $$;

-- A hundred refusals of a person are written in a quarter of an hour, then that there were more.
create function note_refusal(what text, who uuid, address text, about jsonb) returns void language plpgsql
  security definer set search_path = mingzhang, pg_temp as $$
declare
  refused integer := count_attempt('person ' || who);
begin
  if refused <= 100 then
    perform note_security(what, who, address, about);
  end if;
  if refused = 100 then
    perform note_security('many-refusals', who, address, '{}');
  end if;
end $$;

drop function session_open(uuid, bytea, text, boolean, bigint);
-- Signs in: the browser's earlier session ends, and its token is never taken over.
create function session_open(who uuid, token bytea, csrf_token text, once boolean, counter bigint, earlier bytea,
    address text) returns void
  language plpgsql security definer set search_path = mingzhang, pg_temp as $$
begin
  if is_throttled(address) then
    raise exception 'too many attempts' using errcode = 'MZ429';
  end if;
  update credential set failures = 0, locked_until = null, totp_counter = greatest(totp_counter, counter)
    where person_id = who and (totp_secret is null or totp_counter < counter);
  if not found then
    raise exception 'this code was used already' using errcode = 'invalid_password';
  end if;
  delete from session where created_at < now() - interval '12 hours' or token_hash = earlier;
  delete from attempt_count where since < now() - interval '1 hour';
  insert into session (token_hash, person_id, csrf, one_time) values (token, who, csrf_token, once);
  perform note_security('signed-in', who, address, '{}');
end $$;

drop function own_credential();
create function own_credential() returns table (hash text, totp_secret text, totp_pending text, locked boolean)
  language sql stable security definer set search_path = mingzhang, pg_temp as $$
  select hash, totp_secret, totp_pending, coalesce(locked_until > now(), false) from credential
  where person_id = current_person()
$$;

-- What an administrator may see: everything at the bureau, elsewhere what concerns the people whom one may manage.
create function security_events(before bigint, most integer) returns table (number bigint, at text, event text,
    person_id uuid, address text, call text, params jsonb)
  language sql stable security definer set search_path = mingzhang, pg_temp as $$
  with everything as materialized (
    select exists (select 1 from body where kind = 'bureau' and id = any (bodies_for('manage-people'))) as holds
  )
  select number, entry ->> 'at', entry #>> '{after,event}', (entry ->> 'person')::uuid, entry #>> '{after,address}',
    entry #>> '{after,call}', entry #> '{after,params}'
  from (select log.number, content::jsonb as entry from log
    where chain = 'security' and log.number < coalesce(before, 9223372036854775807)) as entries, everything
  where everything.holds or may_manage((entry ->> 'person')::uuid)
  order by number desc limit most
$$;

-- Whoever has a role somewhere is given more by those only who manage all of them; without one, by whoever adds them.
create function may_receive(who uuid) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select may_manage(who) or not exists (select 1 from membership where person_id = who)
$$;
drop policy membership_add on membership;
create policy membership_add on membership for insert to :application
  with check (body_id = any ((select bodies_for('manage-people'))::uuid[]) and may_receive(person_id));

grant execute on function is_throttled(text), note_security(text, uuid, text, jsonb),
  sign_in_failed(text, uuid, text), password_failed(uuid, text), note_refusal(text, uuid, text, jsonb),
  session_open(uuid, bytea, text, boolean, bigint, bytea, text), own_credential(), security_events(bigint, integer),
  may_receive(uuid) to :application;
