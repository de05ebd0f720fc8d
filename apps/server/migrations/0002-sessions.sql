-- Signing in. The application role reaches credentials and sessions through these functions only.
set local search_path = mingzhang;

-- Counts the attempt as failed before anybody checks the password, so that attempts in parallel count as well.
create function sign_in_attempt(wanted text) returns table (
  person_id uuid, hash text, one_time boolean, expired boolean, locked boolean, totp_secret text, totp_counter bigint
) language plpgsql security definer set search_path = mingzhang, pg_temp as $$
begin
  return query
    update credential set
      failures = credential.failures + 1,
      locked_until = case when credential.failures % 5 = 4 then now() + interval '15 minutes' end
    from person
    where person.id = credential.person_id and lower(person.account) = lower(wanted) and person.active
      and coalesce(credential.locked_until <= now(), true)
    returning person.id, credential.hash, credential.one_time, coalesce(credential.expires_at <= now(), false), false,
      credential.totp_secret, credential.totp_counter;
  if not found then
    return query select person.id, credential.hash, credential.one_time, false, true, null::text, 0::bigint
      from credential join person on person.id = credential.person_id
      where lower(person.account) = lower(wanted) and person.active;
  end if;
end $$;

create function session_open(who uuid, token bytea, csrf_token text, once boolean, counter bigint) returns void
  language plpgsql security definer set search_path = mingzhang, pg_temp as $$
begin
  update credential set failures = 0, locked_until = null, totp_counter = greatest(totp_counter, counter)
    where person_id = who and (totp_secret is null or totp_counter < counter);
  if not found then
    raise exception 'this code was used already' using errcode = 'invalid_password';
  end if;
  delete from session where created_at < now() - interval '12 hours';
  insert into session (token_hash, person_id, csrf, one_time) values (token, who, csrf_token, once);
  perform set_config('mingzhang.person', who::text, true);
  perform note_in_log('session', who, 'signed in');
end $$;

-- Begins a request: the session's person is the transaction's. A session ends after 30 minutes without a call or 12
-- hours in all.
create function session_use(token bytea) returns table (person_id uuid, csrf text, one_time boolean, expires_at timestamptz)
  language plpgsql security definer set search_path = mingzhang, pg_temp as $$
declare
  used session;
begin
  select session.* into used from session join person on person.id = session.person_id
    where token_hash = token and person.active
      and created_at > now() - interval '12 hours' and seen_at > now() - interval '30 minutes';
  perform set_config('mingzhang.person', coalesce(used.person_id::text, ''), true);
  if used.person_id is null then
    return;
  end if;
  if used.seen_at < now() - interval '1 minute' then
    update session set seen_at = now() where token_hash = token;
  end if;
  return query select used.person_id, used.csrf, used.one_time,
    least(used.created_at + interval '12 hours', now() + interval '30 minutes');
end $$;

create function session_close(token bytea) returns void language sql security definer
  set search_path = mingzhang, pg_temp as $$ delete from session where token_hash = token $$;

create function may_manage(who uuid) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from membership where person_id = who and body_id = any (bodies_for('manage-people')))
    and not exists (select 1 from membership where person_id = who and body_id <> all (bodies_for('manage-people')))
$$;

create function own_credential() returns table (hash text, totp_secret text, totp_pending text) language sql stable
  security definer set search_path = mingzhang, pg_temp as $$
  select hash, totp_secret, totp_pending from credential where person_id = current_person()
$$;

-- One's own password, which ends all sessions but this one.
create function own_password_set(new_hash text, keep bytea) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  update credential set hash = new_hash, one_time = false, expires_at = null where person_id = current_person();
  delete from session where person_id = current_person() and token_hash <> keep;
  update session set one_time = false where token_hash = keep;
  perform note_in_log('credential', current_person(), 'password changed');
end $$;

-- A one-time password for somebody whom one may manage; ends their sessions and lifts lock and TOTP.
create function one_time_password_set(who uuid, new_hash text) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  if not may_manage(who) then
    raise exception 'not yours to manage' using errcode = 'insufficient_privilege';
  end if;
  insert into credential (person_id, hash, one_time, expires_at) values (who, new_hash, true, now() + interval '7 days')
    on conflict (person_id) do update set hash = new_hash, one_time = true, expires_at = excluded.expires_at,
      failures = 0, locked_until = null, totp_secret = null, totp_pending = null;
  delete from session where person_id = who;
  perform note_in_log('credential', who, 'one-time password');
end $$;

create function sessions_end(who uuid) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  if not may_manage(who) then
    raise exception 'not yours to manage' using errcode = 'insufficient_privilege';
  end if;
  delete from session where person_id = who;
end $$;

create function totp_set(secret text, pending text, counter bigint) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  update credential set totp_secret = secret, totp_pending = pending, totp_counter = counter
    where person_id = current_person();
  perform note_in_log('credential', current_person(), case
    when pending is not null then 'TOTP prepared' when secret is null then 'TOTP removed' else 'TOTP enabled' end);
end $$;

create function security_state(who uuid) returns table (totp boolean, locked_until timestamptz) language sql stable
  security definer set search_path = mingzhang, pg_temp as $$
  select totp_secret is not null, locked_until from credential
  where person_id = who and (who = current_person() or may_manage(who))
$$;

create function organisation_exists() returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$ select exists (select 1 from body) $$;
grant execute on function organisation_exists() to :application;

grant execute on function current_person(), bodies_for(text), sign_in_attempt(text),
  session_open(uuid, bytea, text, boolean, bigint), session_use(bytea), session_close(bytea), may_manage(uuid),
  own_credential(), own_password_set(text, bytea), one_time_password_set(uuid, text), sessions_end(uuid),
  totp_set(text, text, bigint), security_state(uuid) to :application;

-- Bodies are no secret; people are, beyond their names beside what they did.
alter table body enable row level security;
grant select, insert on body to :application;
grant update (name, short_name, code, unit_type, active) on body to :application;
create policy body_read on body for select to :application using (current_person() is not null);
create policy body_add on body for insert to :application
  with check (parent_id = any ((select bodies_for('manage-bodies'))::uuid[]));
create policy body_change on body for update to :application
  using (id = any ((select bodies_for('manage-bodies'))::uuid[]));

alter table person enable row level security;
grant select, insert on person to :application;
grant update (name, active) on person to :application;
create policy person_read on person for select to :application using (current_person() is not null);
create policy person_add on person for insert to :application
  with check (cardinality((select bodies_for('manage-people'))::uuid[]) > 0);
create policy person_change on person for update to :application using (may_manage(id));

alter table membership enable row level security;
grant select, insert, delete on membership to :application;
create policy membership_read on membership for select to :application
  using (person_id = current_person() or body_id = any ((select bodies_for('manage-people'))::uuid[]));
create policy membership_add on membership for insert to :application
  with check (body_id = any ((select bodies_for('manage-people'))::uuid[]));
create policy membership_remove on membership for delete to :application
  using (body_id = any ((select bodies_for('manage-people'))::uuid[]) and person_id <> current_person());

alter table permission enable row level security;
create policy permission_read on permission for select to :application using (true);
grant select on permission, transition to :application;
