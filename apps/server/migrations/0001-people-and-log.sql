-- Who works here and what they may do. The application role holds no table rights beyond those granted below, and
-- row-level security decides on rows; :application stands for its name.

create schema mingzhang;
set local search_path = mingzhang;
revoke all on schema mingzhang from public;
grant usage on schema mingzhang to :application;

create table body (
  id uuid primary key default gen_random_uuid(),
  parent_id uuid references body,
  kind text not null check (kind in ('bureau', 'department', 'unit')),
  name text not null check (length(name) between 1 and 200),
  short_name text not null check (length(short_name) between 1 and 200),
  code text not null default '',
  unit_type text not null default '',
  active boolean not null default true,
  -- Every body above this one.
  ancestors uuid[] not null default '{}',
  check ((kind = 'bureau') = (parent_id is null))
);
create unique index body_code on body (code) where code <> '';
create unique index body_short_name on body (parent_id, short_name);
create index body_ancestors on body using gin (ancestors);

create table person (
  id uuid primary key default gen_random_uuid(),
  account text not null,
  name text not null check (length(name) between 1 and 200),
  active boolean not null default true
);
create unique index person_account on person (lower(account));

create table membership (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person,
  body_id uuid not null references body,
  role text not null check (role in
    ('editor', 'head', 'department', 'bureau', 'confidentiality', 'publisher', 'auditor', 'administrator')),
  unique (person_id, body_id, role)
);

-- The server's copies of its own data, rewritten at each start.
create table permission (
  role text not null,
  action text not null,
  relation text not null check (relation in ('own', 'below')),
  state text not null,
  primary key (action, state, role, relation)
);
create table transition (
  action text not null,
  from_state text not null,
  to_state text not null,
  primary key (action, from_state)
);

create table credential (
  person_id uuid primary key references person,
  hash text not null,
  one_time boolean not null,
  expires_at timestamptz,
  failures integer not null default 0,
  locked_until timestamptz,
  totp_secret text,
  totp_pending text,
  totp_counter bigint not null default 0
);

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person,
  csrf text not null,
  one_time boolean not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);
create index session_person on session (person_id);

-- The person of this transaction, set by session_use; null outside a request.
create function current_person() returns uuid language sql stable
  set search_path = mingzhang, pg_temp
  as $$ select nullif(current_setting('mingzhang.person', true), '')::uuid $$;

-- Bodies on which the person may do something that no budget's state decides.
create function bodies_for(wanted text) returns uuid[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(distinct body.id), '{}')
  from membership
  join permission on permission.role = membership.role and permission.action = wanted and permission.state = '*'
  join body on case permission.relation
    when 'own' then body.id = membership.body_id
    else body.ancestors @> array[membership.body_id] end
  where membership.person_id = current_person()
$$;

create function set_ancestors() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  parent body;
begin
  if tg_op = 'UPDATE' then
    if new.parent_id is distinct from old.parent_id or new.kind <> old.kind then
      raise exception 'a body keeps its parent and kind' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.parent_id is not null then
    select * into parent from body where id = new.parent_id;
    if not found or parent.kind <> (case new.kind when 'department' then 'bureau' else 'department' end) then
      raise exception 'departments belong to a bureau and units to a department' using errcode = 'check_violation';
    end if;
    new.ancestors := parent.ancestors || parent.id;
  end if;
  return new;
end $$;
create trigger body_ancestors before insert or update on body for each row execute function set_ancestors();

-- Whoever administers people holds no other role, and nobody raises their own rights.
create function keep_administrators_apart() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  if new.person_id = current_person() then
    raise exception 'nobody gives themselves a role' using errcode = 'check_violation';
  end if;
  perform 1 from person where id = new.person_id for update;
  if exists (select 1 from membership where person_id = new.person_id
             and (role = 'administrator') <> (new.role = 'administrator')) then
    raise exception 'administrators hold no other role' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger membership_apart before insert or update on membership
  for each row execute function keep_administrators_apart();

-- The log: one chain a budget and one for the organisation. hash = sha256(previous hash || content).
create table log_head (
  chain text primary key,
  number bigint not null,
  hash bytea not null
);
create table log (
  chain text not null,
  number bigint not null,
  content text not null,
  hash bytea not null,
  primary key (chain, number)
);
create index log_subject on log (((content::jsonb) ->> 'subject'));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger log_append_only before update or delete or truncate on log
  for each statement execute function refuse_change();
create trigger log_head_kept before delete or truncate on log_head
  for each statement execute function refuse_change();

create type log_image as (chain text, before jsonb, after jsonb);

create function changed_fields(image jsonb, other jsonb) returns jsonb language sql immutable
  set search_path = mingzhang, pg_temp as $$
  select jsonb_object_agg(key, value) from jsonb_each(image)
  where key = 'id' or other -> key is distinct from value
$$;

-- Continues the chains; images come ordered by chain. The head's lock keeps one chain in the order of commits.
create function append_log(table_name text, operation text, images log_image[]) returns void
  language plpgsql security definer set search_path = mingzhang, pg_temp as $$
declare
  image log_image;
  open_chain text;
  last bigint;
  digest bytea;
  entry text;
begin
  if images is null then
    return;
  end if;
  foreach image in array images loop
    if open_chain is distinct from image.chain then
      if open_chain is not null then
        update log_head set number = last, hash = digest where chain = open_chain;
      end if;
      open_chain := image.chain;
      insert into log_head values (open_chain, 0, sha256(convert_to(open_chain, 'UTF8'))) on conflict do nothing;
      select number, hash into last, digest from log_head where chain = open_chain for update;
    end if;
    last := last + 1;
    entry := jsonb_build_object(
      'chain', open_chain, 'number', last, 'table', table_name, 'operation', operation,
      'at', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'person', current_person(),
      'reason', coalesce(current_setting('mingzhang.reason', true), ''),
      'subject', coalesce(image.after ->> 'id', image.before ->> 'id'),
      'before', case operation when 'update' then changed_fields(image.before, image.after) else image.before end,
      'after', case operation when 'update' then changed_fields(image.after, image.before) else image.after end
    )::text;
    digest := sha256(digest || convert_to(entry, 'UTF8'));
    insert into log values (open_chain, last, entry, digest);
  end loop;
  if open_chain is not null then
    update log_head set number = last, hash = digest where chain = open_chain;
  end if;
end $$;

-- The first argument names the column whose value is the chain; without one it is the organisation's.
create function chain_of(image jsonb, chain_column text) returns text language sql immutable
  as $$ select coalesce(image ->> chain_column, 'organisation') $$;

create function log_inserted() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  perform append_log(tg_table_name, 'insert', (
    select array_agg((chain_of(image, tg_argv[0]), null, image)::log_image order by chain_of(image, tg_argv[0]))
    from (select to_jsonb(inserted) as image from inserted) as images));
  return null;
end $$;
create function log_deleted() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  perform append_log(tg_table_name, 'delete', (
    select array_agg((chain_of(image, tg_argv[0]), image, null)::log_image order by chain_of(image, tg_argv[0]))
    from (select to_jsonb(deleted) as image from deleted) as images));
  return null;
end $$;
create function log_updated() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  perform append_log(tg_table_name, 'update', (
    select array_agg((chain_of(a.image, tg_argv[0]), b.image, a.image)::log_image order by chain_of(a.image, tg_argv[0]))
    from (select to_jsonb(old_rows) as image from old_rows) as b
    join (select to_jsonb(new_rows) as image from new_rows) as a
      on a.image -> 'id' = b.image -> 'id' and chain_of(a.image, tg_argv[0]) = chain_of(b.image, tg_argv[0])
    where a.image is distinct from b.image));
  return null;
end $$;

-- From here on every change of the table is logged. Its rows have an unchanging "id".
create function keep_log_of(table_name text, chain_column text) returns void language plpgsql
  set search_path = mingzhang, pg_temp as $$
begin
  execute format('create trigger log_inserted after insert on %I referencing new table as inserted
    for each statement execute function log_inserted(%L)', table_name, chain_column);
  execute format('create trigger log_deleted after delete on %I referencing old table as deleted
    for each statement execute function log_deleted(%L)', table_name, chain_column);
  execute format('create trigger log_updated after update on %I referencing old table as old_rows new table as new_rows
    for each statement execute function log_updated(%L)', table_name, chain_column);
end $$;
select keep_log_of('body', ''), keep_log_of('person', ''), keep_log_of('membership', '');

create function note_in_log(table_name text, subject uuid, what text) returns void language sql security definer
  set search_path = mingzhang, pg_temp as $$
  select append_log(table_name, 'update', array[('organisation', jsonb_build_object('id', subject),
    jsonb_build_object('id', subject, 'event', what))::log_image])
$$;
