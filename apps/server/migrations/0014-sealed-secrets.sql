-- Secrets of one-time codes are sealed outside the database, whose one row here names the key. Those in clear are sealed
-- when the workspace starts.
set local search_path = mingzhang;

create table sealing_key (
  one boolean primary key default true check (one),
  id text not null check (id ~ '^[0-9a-f]{16}$')
);

-- Takes what that key has sealed and nothing else.
create or replace function totp_set(secret text, pending text, counter bigint) returns void language plpgsql
  security definer set search_path = mingzhang, pg_temp as $$
begin
  if exists (select 1 from unnest(array[secret, pending]) as given
      where given is not null and split_part(given, ':', 3) is distinct from (select id from sealing_key)) then
    raise exception 'not sealed by the key of this workspace';
  end if;
  update credential set totp_secret = secret, totp_pending = pending, totp_counter = counter
    where person_id = current_person();
  perform note_in_log('credential', current_person(), case
    when pending is not null then 'TOTP prepared' when secret is null then 'TOTP removed' else 'TOTP enabled' end);
end $$;
