-- The year of an approved budget: its state beside the budget's, sheets with rights of their own, attachments,
-- published self-evaluations, and the summaries of the bureau's page.
set local search_path = mingzhang;

-- Null until the budget is approved. No year's state is called like a budget's.
alter table budget add column year_state text;
update budget set year_state = 'year-open' where approval_date is not null;

-- The server's copies of its own data, rewritten at each start: which action reads a sheet and which write it; where
-- texts are given, only rows that say one of them in the field.
create table sheet_right (
  sheet text primary key,
  reader text not null,
  -- Fields that are left out of what is frozen with a published year.
  confined text[] not null
);
create table sheet_writer (
  sheet text not null,
  action text not null,
  field text,
  texts text[],
  primary key (sheet, action),
  check ((field is null) = (texts is null))
);

create or replace function budgets_for(wanted text) returns uuid[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(distinct budget.id), '{}')
  from membership
  join permission on permission.role = membership.role and permission.action = wanted
  join body on case permission.relation
    when 'own' then body.id = membership.body_id
    else body.ancestors @> array[membership.body_id] end
  join budget on budget.body_id = body.id and permission.state in (budget.state, budget.year_state)
  where membership.person_id = current_person()
$$;

create or replace function may(wanted text, which uuid) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (
    select 1 from budget
    join body on body.id = budget.body_id
    join membership on membership.person_id = current_person()
      and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
    join permission on permission.role = membership.role and permission.action = wanted
      and permission.state in (budget.state, budget.year_state)
      and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
    where budget.id = which)
$$;

create or replace function actions_on(which uuid) returns text[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(distinct permission.action), '{}') from budget
  join body on body.id = budget.body_id
  join membership on membership.person_id = current_person()
    and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
  join permission on permission.role = membership.role
    and permission.state in (budget.state, budget.year_state, '*')
    and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
  where budget.id = which
$$;

create function sheets_read_with(wanted text) returns text[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(sheet), '{}') from sheet_right where reader = wanted
$$;

create function sheets_written_with(wanted text) returns text[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(sheet), '{}') from sheet_writer where action = wanted
$$;

create function row_fits(wanted text, of_sheet text, entered jsonb) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from sheet_writer where sheet = of_sheet and action = wanted
    and (field is null or entered ->> field = any (texts)))
$$;

-- Budgets in which the person may write anything at all.
create function budgets_written() returns uuid[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(distinct id), '{}')
  from (select action from sheet_writer union select 'consolidate') as actions, unnest(budgets_for(action)) as id
$$;

-- Whether all rows of an edit may be told to everybody who reads the budget.
create function may_be_told(changed jsonb) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select changed is null or not exists (
    select 1 from jsonb_array_elements(changed) as one
    where coalesce((select reader from sheet_right where sheet = one ->> 'sheet'), '') <> 'read')
$$;

grant execute on function sheets_read_with(text), sheets_written_with(text), row_fits(text, text, jsonb),
  budgets_written(), may_be_told(jsonb) to :application;

drop policy budget_edit on budget;
create policy budget_edit on budget for update to :application
  using (id = any ((select budgets_written())::uuid[]));

drop policy entry_row_read on entry_row;
create policy entry_row_read on entry_row for select to :application using (
  budget_id = any ((select budgets_for('read'))::uuid[]) and sheet = any ((select sheets_read_with('read'))::text[])
  or budget_id = any ((select budgets_for('keep-participants'))::uuid[])
    and sheet = any ((select sheets_read_with('keep-participants'))::text[]));

drop policy entry_row_add on entry_row;
drop policy entry_row_change on entry_row;
drop policy entry_row_remove on entry_row;
do $do$
declare
  -- Once for a query: the budgets and the sheets of an action; the row's own text is looked at last.
  written text := (select string_agg(format(
    'budget_id = any ((select budgets_for(%1$L))::uuid[]) and sheet = any ((select sheets_written_with(%2$L))::text[])%3$s',
    action, like_action, case when by_row then format(' and row_fits(%L, sheet, cells)', action) else '' end), ' or ')
    from (values ('edit', 'edit', false), ('consolidate', 'edit', false), ('record', 'record', false),
      ('keep-participants', 'keep-participants', false),
      ('review-as-department', 'review-as-department', true),
      ('review-as-bureau', 'review-as-bureau', true)) as writers (action, like_action, by_row));
begin
  execute format('create policy entry_row_add on entry_row for insert to :application with check (%s)', written);
  execute format('create policy entry_row_change on entry_row for update to :application using (%s)', written);
  execute format('create policy entry_row_remove on entry_row for delete to :application using (%s)', written);
end $do$;

drop policy edit_add on edit;
create policy edit_add on edit for insert to :application
  with check (budget_id = any ((select budgets_written())::uuid[]) and person_id = current_person()
    and may_be_told(rows));

-- Names of persons are in a chain of their own, so that whoever reads a budget's history reads none. The sheet is named
-- here and not looked up: what is logged once stays where it is.
create or replace function chain_of(image jsonb, chain_column text) returns text language sql immutable
  as $$ select coalesce(image ->> chain_column, 'organisation')
    || case image ->> 'sheet' when 'participants' then '/participants' else '' end $$;

create function participants_chains() returns text[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(id || '/participants'), '{}') from unnest(budgets_for('keep-participants')) as id
$$;
grant execute on function participants_chains() to :application;
create policy log_read_participants on log for select to :application
  using (chain = any ((select participants_chains())::text[]));
create policy log_head_read_participants on log_head for select to :application
  using (chain = any ((select participants_chains())::text[]));

-- Versions and publications of a self-evaluation are numbered beside those of the budget.
alter table version add column document text not null default 'budget'
  check (document in ('budget', 'self-evaluation'));
alter table publication add column document text not null default 'budget'
  check (document in ('budget', 'self-evaluation'));
alter table publication drop constraint publication_budget_id_version_fkey;
alter table publication drop constraint publication_budget_id_version_key;
alter table version drop constraint version_pkey;
alter table version add primary key (budget_id, document, number);
alter table publication add unique (budget_id, document, version);
alter table publication add foreign key (budget_id, document, version) references version (budget_id, document, number);

create or replace function take_step(which uuid, wanted text, seen bigint, why text, approved_on date, harmless jsonb)
  returns text language plpgsql security definer set search_path = mingzhang, pg_temp as $$
declare
  found_budget budget;
  step_taken transition;
begin
  select * into found_budget from budget where id = which for update;
  if not may(wanted, which) then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  select * into step_taken from transition where action = wanted
    and from_state in (found_budget.state, found_budget.year_state);
  if not found or found_budget.revision <> seen then
    raise exception 'the budget has moved on' using errcode = 'serialization_failure';
  end if;
  insert into step (budget_id, action, from_state, to_state, person_id, reason, revision, approval_date, acknowledged)
    values (which, wanted, step_taken.from_state, step_taken.to_state, current_person(), why, seen, approved_on, harmless);
  if step_taken.from_state = found_budget.year_state then
    update budget set year_state = step_taken.to_state, changed_at = now() where id = which;
  else
    update budget set state = step_taken.to_state, changed_at = now(),
      -- The year begins with the first approval and goes on through corrections.
      year_state = case step_taken.to_state when 'approved' then coalesce(year_state, 'year-open') else year_state end,
      approval_date = coalesce(approved_on, approval_date),
      submitted_by = case wanted when 'submit' then current_person() else submitted_by end
      where id = which;
  end if;
  return step_taken.to_state;
end $$;

-- Sheets with their rows as they are frozen; without the sheets that not everybody reads and without confined fields.
create function frozen_content(which uuid, whole_year boolean) returns text language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('sheet', sheet, 'rows', rows) order by sheet), '[]')::text
  from (select sheet, jsonb_agg(jsonb_build_object('id', id, 'position', position, 'cells', cells - confined,
      'version', version) order by position, id) as rows
    from entry_row join sheet_right using (sheet)
    where budget_id = which and reader = 'read'
      and (whole_year or sheet = any (sheets_written_with('edit')))
    group by sheet) as sheets
$$;

create function freeze(frozen budget, of_document text, why text) returns uuid language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  entered text := frozen_content(frozen.id, of_document = 'self-evaluation');
  digest text := encode(sha256(convert_to(entered, 'UTF8')), 'hex');
  next integer := (select coalesce(max(number), 0) + 1 from version
    where budget_id = frozen.id and document = of_document);
  published uuid;
begin
  insert into version (budget_id, document, number, revision, person_id, reason, content, digest)
    values (frozen.id, of_document, next, frozen.revision, current_person(), why, entered, digest);
  insert into publication (budget_id, body_id, year, document, version, reason, person_id, digest, explanations)
    select frozen.id, frozen.body_id, frozen.year, of_document, next, why, current_person(), digest,
      coalesce((select jsonb_agg(jsonb_build_object('key', key, 'text', text) order by key)
        from explanation where budget_id = frozen.id and of_document = 'budget'), '[]')
    returning id into published;
  perform queue_job('publish', published, frozen.body_id);
  return published;
end $$;

create or replace function publish_version(which uuid, why text) returns uuid language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  frozen budget;
begin
  update budget set version = version + 1 where id = which and state = 'published'
    and exists (select 1 from step where budget_id = which and action = 'publish' and at = now()
      and person_id = current_person())
    returning * into frozen;
  if not found then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  return freeze(frozen, 'budget', why);
end $$;

-- After take_step in the same transaction, as publish_version is.
create function publish_evaluation(which uuid, why text) returns uuid language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  frozen budget;
begin
  select * into frozen from budget where id = which and year_state = 'evaluation-published'
    and exists (select 1 from step where budget_id = which and action = 'publish-evaluation' and at = now()
      and person_id = current_person());
  if not found then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  return freeze(frozen, 'self-evaluation', why);
end $$;
grant execute on function publish_evaluation(uuid, text) to :application;

create or replace function clock_facts(wanted_year integer) returns table (body_id uuid, budget_id uuid, state text,
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
    where publication.budget_id = budget.id and document = 'budget') as first on true
  left join lateral (select publication.address from publication
    where publication.budget_id = budget.id and document = 'budget' order by version desc limit 1) as last on true
  where body.id = any (bodies_for('read-obligation'))
$$;

-- Files that evidence shows; those that name persons are opened by their own body only.
create table attachment (
  id uuid primary key default gen_random_uuid(),
  budget_id uuid not null references budget,
  sha256 text not null references file,
  name text not null check (length(name) between 1 and 200),
  size bigint not null,
  confined boolean not null,
  person_id uuid not null references person,
  at timestamptz not null default now(),
  unique (budget_id, sha256)
);
select keep_log_of('attachment', 'budget_id');
alter table attachment enable row level security;
grant select, insert on attachment to :application;
create policy attachment_read on attachment for select to :application using (
  not confined and budget_id = any ((select budgets_for('read'))::uuid[])
  or budget_id = any ((select budgets_for('keep-participants'))::uuid[]));
create policy attachment_add on attachment for insert to :application
  with check (budget_id = any ((select budgets_for('record'))::uuid[]) and person_id = current_person());

drop policy file_add on file;
create policy file_add on file for insert to :application
  with check (cardinality((select bodies_for('upload-pack'))::uuid[]) > 0
    or cardinality((select budgets_for('record'))::uuid[]) > 0);

create or replace function readable_files(which text) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from published_file where sha256 = which)
    or exists (select 1 from upload_file join upload on upload.id = upload_id
      where sha256 = which and body_id = any (bodies_for('read-pack')))
    or exists (select 1 from upload where check_sheet = which and body_id = any (bodies_for('read-pack')))
    or exists (select 1 from check_sheets where sha256 = which and bodies <@ bodies_for('read-pack'))
    or exists (select 1 from attachment where sha256 = which
      and (not confined and budget_id = any (budgets_for('read')) or budget_id = any (budgets_for('keep-participants'))))
$$;

-- What the bureau's page reads: never authoritative, computed by jobs from budget and year.
create table performance_summary (
  budget_id uuid not null references budget,
  date date not null,
  -- The revision that it is of; null: to be computed.
  revision bigint,
  data jsonb,
  asked_at timestamptz not null default now(),
  primary key (budget_id, date)
);
alter table performance_summary enable row level security;
grant select on performance_summary to :application;
create policy performance_summary_read on performance_summary for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));

-- A few seconds' edits are one computation; while one waits, edits have nothing to say to the queue.
create function queue_summary(which uuid, seconds integer) returns void language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  if exists (select 1 from graphile_worker.jobs where key = 'performance/' || which and locked_at is null) then
    return;
  end if;
  perform graphile_worker.add_job('performance-summary', json_build_object('budget', which),
    run_at => now() + make_interval(secs => seconds), max_attempts => 5,
    job_key => 'performance/' || which, job_key_mode => 'preserve_run_at');
end $$;

create function summary_is_old() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  if tg_table_name = 'publication' then
    update performance_summary set revision = null where budget_id = new.budget_id;
  end if;
  if exists (select 1 from budget where id = new.budget_id and year_state is not null) then
    perform queue_summary(new.budget_id, 3);
  end if;
  return null;
end $$;
create trigger summary_after_edit after insert on edit for each row execute function summary_is_old();
create trigger summary_after_publication after update on publication for each row execute function summary_is_old();

-- The summaries of a year's budgets on a day that the person reads; those that are missing or old are queued.
create function summaries_of(wanted_year integer, day date) returns table (body_id uuid, budget_id uuid,
    year_state text, data jsonb, stale boolean) language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
declare
  readable uuid[] := budgets_for('read');
begin
  insert into performance_summary as known (budget_id, date)
    select budget.id, day from budget where budget.id = any (readable) and budget.year = wanted_year
      and budget.year_state is not null
    on conflict on constraint performance_summary_pkey do update set asked_at = now()
      where known.asked_at < now() - interval '1 hour';
  perform queue_summary(budget.id, 0) from budget join performance_summary as known on known.budget_id = budget.id
    where budget.id = any (readable) and budget.year = wanted_year and known.date = day
      and known.revision is distinct from budget.revision
      -- One that is at work will have it.
      and not exists (select 1 from graphile_worker.jobs where key = 'performance/' || budget.id);
  return query
    select budget.body_id, budget.id, budget.year_state, known.data, known.revision is distinct from budget.revision
    from budget join performance_summary as known on known.budget_id = budget.id and known.date = day
    join body on body.id = budget.body_id
    where budget.id = any (readable) and budget.year = wanted_year and budget.year_state is not null
    order by body.code, body.name;
end $$;
grant execute on function summaries_of(integer, date) to :application;
