-- Frozen versions, publications, packs of others, what must be published, and jobs.
set local search_path = mingzhang;

-- Files by their digest: what is published, and what was uploaded.
create table file (
  sha256 text primary key check (sha256 = encode(sha256(bytes), 'hex')),
  size bigint not null check (size = length(bytes)),
  bytes bytea not null
);
alter table file alter column bytes set storage external;

create table version (
  budget_id uuid not null references budget,
  number integer not null,
  revision bigint not null,
  at timestamptz not null default now(),
  person_id uuid not null references person,
  reason text not null,
  -- Every sheet with its rows.
  content text not null,
  digest text not null check (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  primary key (budget_id, number)
);
create trigger version_kept before update or delete or truncate on version
  for each statement execute function refuse_change();

create table job (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('publish', 'audit-upload', 'check-sheets')),
  subject uuid not null,
  body_id uuid not null references body,
  person_id uuid references person,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  progress double precision not null default 0,
  message jsonb not null default '{"zh": "排队", "en": "queued"}',
  at timestamptz not null default now()
);
create index job_subject on job (subject);

create table publication (
  id uuid primary key default gen_random_uuid(),
  budget_id uuid not null references budget,
  body_id uuid not null references body,
  year integer not null,
  version integer not null,
  reason text not null,
  at timestamptz not null default now(),
  person_id uuid not null references person,
  address text not null default '',
  publication_day date,
  digest text not null,
  explanations jsonb not null,
  unique (budget_id, version),
  foreign key (budget_id, version) references version (budget_id, number)
);

create table published_file (
  publication_id uuid not null references publication,
  path text not null,
  sha256 text not null references file,
  size bigint not null,
  primary key (publication_id, path)
);
create trigger published_file_kept before update or delete or truncate on published_file
  for each statement execute function refuse_change();

create table upload (
  id uuid primary key default gen_random_uuid(),
  body_id uuid not null references body,
  year integer not null,
  document text not null check (document in ('budget', 'accounts')),
  round integer not null,
  at timestamptz not null default now(),
  person_id uuid not null references person,
  counts jsonb,
  reading_findings jsonb not null default '[]',
  check_sheet text references file,
  unique (body_id, year, document, round)
);

create table upload_file (
  upload_id uuid not null references upload,
  name text not null,
  sha256 text not null references file,
  size bigint not null,
  primary key (upload_id, name)
);

create table tracked_finding (
  id uuid primary key default gen_random_uuid(),
  body_id uuid not null references body,
  year integer not null,
  document text not null,
  key text not null,
  finding jsonb not null,
  state text not null default 'open' check (state in ('open', 'sent', 'closed', 'accepted')),
  note text not null default '',
  first_upload uuid not null references upload,
  last_upload uuid not null references upload,
  unique (body_id, year, document, key)
);

create table obligation (
  id uuid primary key default gen_random_uuid(),
  body_id uuid not null references body,
  year integer not null,
  document text not null check (document in ('budget', 'accounts')),
  exemption text not null default '',
  unique (body_id, year, document)
);

select keep_log_of('publication', 'budget_id'), keep_log_of('upload', ''), keep_log_of('tracked_finding', ''),
  keep_log_of('obligation', '');

create function readable_files(which text) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from published_file where sha256 = which)
    or exists (select 1 from upload_file join upload on upload.id = upload_id
      where sha256 = which and body_id = any (bodies_for('read-pack')))
    or exists (select 1 from upload where check_sheet = which and body_id = any (bodies_for('read-pack')))
$$;
grant execute on function readable_files(text) to :application;

-- One step of the state machine, with the right to it checked where it is taken. The caller has checked the gates.
create function take_step(which uuid, wanted text, seen bigint, why text, approved_on date, harmless jsonb)
  returns text language plpgsql security definer set search_path = mingzhang, pg_temp as $$
declare
  found_budget budget;
  next_state text;
begin
  select * into found_budget from budget where id = which for update;
  if not may(wanted, which) then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  select to_state into next_state from transition where action = wanted and from_state = found_budget.state;
  if next_state is null or found_budget.revision <> seen then
    raise exception 'the budget has moved on' using errcode = 'serialization_failure';
  end if;
  insert into step (budget_id, action, from_state, to_state, person_id, reason, revision, approval_date, acknowledged)
    values (which, wanted, found_budget.state, next_state, current_person(), why, seen, approved_on, harmless);
  update budget set state = next_state, changed_at = now(),
    approval_date = coalesce(approved_on, approval_date),
    submitted_by = case wanted when 'submit' then current_person() else submitted_by end
    where id = which;
  return next_state;
end $$;

-- Freezes what is entered as a version, publishes it and queues its files; after take_step in the same transaction.
create function publish_version(which uuid, why text) returns uuid language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  frozen budget;
  entered text;
  published uuid;
begin
  update budget set version = version + 1 where id = which and state = 'published'
    and exists (select 1 from step where budget_id = which and action = 'publish' and at = now()
      and person_id = current_person())
    returning * into frozen;
  if not found then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('sheet', sheet, 'rows', rows) order by sheet), '[]')::text into entered
    from (select sheet, jsonb_agg(jsonb_build_object('id', id, 'position', position, 'cells', cells, 'version', version)
      order by position, id) as rows from entry_row where budget_id = which group by sheet) as sheets;
  insert into version (budget_id, number, revision, person_id, reason, content, digest)
    values (which, frozen.version, frozen.revision, current_person(), why, entered,
      encode(sha256(convert_to(entered, 'UTF8')), 'hex'));
  insert into publication (budget_id, body_id, year, version, reason, person_id, digest, explanations)
    select which, frozen.body_id, frozen.year, frozen.version, why, current_person(),
      encode(sha256(convert_to(entered, 'UTF8')), 'hex'),
      coalesce((select jsonb_agg(jsonb_build_object('key', key, 'text', text) order by key)
        from explanation where budget_id = which), '[]')
    returning id into published;
  perform queue_job('publish', published, frozen.body_id);
  return published;
end $$;

-- Work for a worker, queued in the transaction that asks for it. graphile_worker's tables are made by its own migration.
create function queue_job(what text, about uuid, body uuid) returns uuid language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  queued uuid;
begin
  insert into job (kind, subject, body_id, person_id) values (what, about, body, current_person()) returning id into queued;
  perform graphile_worker.add_job(what, json_build_object('job', queued), max_attempts => 25);
  return queued;
end $$;

-- A publisher says where and when the pack was put online; once, or again with the log keeping what was said before.
create function record_address(which uuid, where_put text, day date) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  update publication set address = where_put, publication_day = day where id = which and exists (
    select 1 from membership where person_id = current_person() and role = 'publisher'
      and membership.body_id = publication.body_id);
  if not found then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
end $$;

create function queue_audit(which uuid) returns uuid language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  about upload;
begin
  select * into about from upload where id = which;
  if not about.body_id = any (bodies_for('upload-pack')) then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  return queue_job('audit-upload', which, about.body_id);
end $$;

-- Dates of approval and publication that the statutory clocks need, without any budget content.
create function clock_facts(wanted_year integer) returns table (body_id uuid, budget_id uuid, state text,
    approval_date date, units_approved date, publication_day date, address text) language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select body.id, budget.id, budget.state, budget.approval_date,
    (select max(unit_budget.approval_date) from body as unit
      join budget as unit_budget on unit_budget.body_id = unit.id and unit_budget.year = wanted_year
      where unit.parent_id = body.id
      having bool_and(unit_budget.approval_date is not null)),
    first.publication_day, coalesce(last.address, '')
  from body
  left join budget on budget.body_id = body.id and budget.year = wanted_year
  left join lateral (select min(publication.publication_day) as publication_day from publication
    where publication.budget_id = budget.id) as first on true
  left join lateral (select publication.address from publication
    where publication.budget_id = budget.id order by version desc limit 1) as last on true
  where body.id = any (bodies_for('read-obligation'))
$$;
grant execute on function take_step(uuid, text, bigint, text, date, jsonb), publish_version(uuid, text),
  record_address(uuid, text, date), queue_audit(uuid), clock_facts(integer) to :application;

alter table file enable row level security;
grant select, insert on file to :application;
create policy file_read on file for select to :application using (readable_files(sha256));
create policy file_add on file for insert to :application
  with check (cardinality((select bodies_for('upload-pack'))::uuid[]) > 0);

alter table version enable row level security;
grant select on version to :application;
create policy version_read on version for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));

alter table job enable row level security;
grant select on job to :application;
create policy job_read on job for select to :application
  using (person_id = current_person() or body_id = any ((select bodies_for('read-pack'))::uuid[]));

-- What is published is public.
alter table publication enable row level security;
alter table published_file enable row level security;
grant select on publication, published_file to :application;
create policy publication_read on publication for select to :application using (current_person() is not null);
create policy published_file_read on published_file for select to :application using (current_person() is not null);

alter table upload enable row level security;
alter table upload_file enable row level security;
grant select on upload, upload_file to :application;
grant insert (id, body_id, year, document, round, person_id) on upload to :application;
grant insert on upload_file to :application;
create policy upload_read on upload for select to :application
  using (body_id = any ((select bodies_for('read-pack'))::uuid[]));
create policy upload_add on upload for insert to :application
  with check (body_id = any ((select bodies_for('upload-pack'))::uuid[]) and person_id = current_person());
create policy upload_file_read on upload_file for select to :application
  using (upload_id in (select id from upload));
create policy upload_file_add on upload_file for insert to :application
  with check (upload_id in (select id from upload where person_id = current_person() and counts is null));

alter table tracked_finding enable row level security;
grant select on tracked_finding to :application;
grant update (state, note) on tracked_finding to :application;
create policy tracked_finding_read on tracked_finding for select to :application
  using (body_id = any ((select bodies_for('read-pack'))::uuid[]));
create policy tracked_finding_change on tracked_finding for update to :application
  using (body_id = any ((select bodies_for('track-finding'))::uuid[]));

alter table obligation enable row level security;
grant select, insert on obligation to :application;
grant update (exemption) on obligation to :application;
create policy obligation_read on obligation for select to :application
  using (body_id = any ((select bodies_for('read-obligation'))::uuid[]));
create policy obligation_add on obligation for insert to :application
  with check (body_id = any ((select bodies_for('set-obligation'))::uuid[]));
create policy obligation_change on obligation for update to :application
  using (body_id = any ((select bodies_for('set-obligation'))::uuid[]));
