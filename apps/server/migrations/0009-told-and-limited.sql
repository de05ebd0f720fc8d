-- People are told what happened to their sign-in, administrators that numbers are not as usual; uploads have a quota.
set local search_path = mingzhang;

-- What people are told of their own sign-in: a copy of the security log's entries, kept half a year.
create table own_event (
  person_id uuid not null references person,
  at timestamptz not null default now(),
  event text not null,
  address text not null
);
create index own_event_person on own_event (person_id, at);

-- The entry is of the person concerned; who works in this transaction stays who works in it.
create or replace function note_security(what text, who uuid, address text, about jsonb) returns void language plpgsql
  security definer set search_path = mingzhang, pg_temp as $$
declare
  working text := coalesce(current_setting('mingzhang.person', true), '');
begin
  perform set_config('mingzhang.person', coalesce(who::text, ''), true);
  perform append_log('security', 'insert', array[('security', null, about ||
    jsonb_build_object('id', coalesce(who, gen_random_uuid()), 'event', what, 'address', address))::log_image]);
  perform set_config('mingzhang.person', working, true);
  if who is not null and what in ('signed-in', 'wrong-password', 'wrong-code', 'used-code', 'locked-account',
      'account-locked', 'expired-password', 'password-changed', 'one-time-password', 'totp-enabled', 'totp-removed') then
    insert into own_event (person_id, event, address) values (who, what, note_security.address);
    delete from own_event where person_id = who and at < now() - interval '180 days';
  end if;
end $$;

-- One's own, newest first; news: since the sign-in before this session's and until this session's.
create function own_events(current bytea) returns table (at timestamptz, event text, address text, news boolean)
  language sql stable security definer set search_path = mingzhang, pg_temp as $$
  with here as (
    select created_at from session where token_hash = current and person_id = current_person()
  ), earlier as (
    select max(own_event.at) as at from own_event, here
    where person_id = current_person() and event = 'signed-in' and own_event.at < created_at
  )
  select own_event.at, own_event.event, own_event.address,
    coalesce(own_event.at > earlier.at and own_event.at < created_at, false)
  from own_event, here, earlier where person_id = current_person()
  order by own_event.at desc limit 50
$$;

-- Also of requests without a session, which count for their address.
create or replace function note_refusal(what text, who uuid, address text, about jsonb) returns void language plpgsql
  security definer set search_path = mingzhang, pg_temp as $$
declare
  refused integer := count_attempt(coalesce('person ' || who, 'outside ' || address_subject(address)));
begin
  if refused <= 100 then
    perform note_security(what, who, address, about);
  end if;
  if refused = 100 then
    perform note_security('many-refusals', who, address, '{}');
  end if;
end $$;

-- The security log's last quarter of an hour, as far as two thousand entries reach.
create function recent_security() returns table (event text, person_id uuid) language sql stable
  set search_path = mingzhang, pg_temp as $$
  select entry #>> '{after,event}', (entry ->> 'person')::uuid
  from (select content::jsonb as entry from log where chain = 'security' order by number desc limit 2000) as entries
  where (entry ->> 'at')::timestamptz > now() - interval '15 minutes'
$$;

-- Its numbers, as far as an administrator may see the entries.
create function security_numbers() returns table (event text, number integer) language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  with everything as materialized (
    select exists (select 1 from body where kind = 'bureau' and id = any (bodies_for('manage-people'))) as holds
  )
  select event, count(*)::integer from recent_security(), everything
  where everything.holds or may_manage(person_id) group by event
$$;

-- Whether the person has one of the roles and has not set up one-time codes.
create function lacks_second_factor(roles text[]) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from membership where person_id = current_person() and role = any (roles))
    and exists (select 1 from credential where person_id = current_person() and totp_secret is null)
$$;

-- What each person has uploaded on a day of the office. Not kept: yesterday's goes with the next upload.
create table upload_count (
  person_id uuid not null references person,
  day date not null,
  files integer not null,
  bytes bigint not null,
  primary key (person_id, day)
);

-- One more upload; whether the person's day still has room for it.
create function count_upload(today date, more_files integer, more_bytes bigint, most_files integer, most_bytes bigint)
  returns boolean language plpgsql security definer set search_path = mingzhang, pg_temp as $$
declare
  fits boolean;
begin
  delete from upload_count where person_id = current_person() and day < today;
  insert into upload_count as counted values (current_person(), today, more_files, more_bytes)
    on conflict (person_id, day) do update
      set files = counted.files + more_files, bytes = counted.bytes + more_bytes
    returning files <= most_files and bytes <= most_bytes into fits;
  return fits;
end $$;

grant execute on function own_events(bytea), security_numbers(), lacks_second_factor(text[]),
  count_upload(date, integer, bigint, integer, bigint) to :application;
