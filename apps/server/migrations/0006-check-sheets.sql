-- The check sheets of all bodies of a year in one file.
set local search_path = mingzhang;

-- What the audit found for each item of the bureau's form; null: not audited since this column is here.
alter table upload add column check_form jsonb;

create table check_sheets (
  id uuid primary key default gen_random_uuid(),
  year integer not null,
  document text not null check (document in ('budget', 'accounts')),
  -- Whom it is about. Only who may read the packs of all of them may read it.
  bodies uuid[] not null check (cardinality(bodies) > 0),
  person_id uuid not null references person,
  at timestamptz not null default now(),
  -- null until it is made.
  sha256 text references file
);
create index check_sheets_at on check_sheets (year, at);

create function queue_check_sheets(wanted_year integer, wanted_document text) returns uuid language plpgsql
  security definer set search_path = mingzhang, pg_temp as $$
declare
  asked uuid;
begin
  insert into check_sheets (year, document, bodies, person_id)
    select wanted_year, wanted_document, array_agg(body.id), current_person() from body
    where body.active and body.kind <> 'bureau' and body.id = any (bodies_for('read-pack'))
    having count(*) > 0
    returning id into asked;
  if asked is null then
    raise exception 'not permitted' using errcode = 'insufficient_privilege';
  end if;
  perform queue_job('check-sheets', asked,
    (select body_id from membership where person_id = current_person() order by body_id limit 1));
  return asked;
end $$;
grant execute on function queue_check_sheets(integer, text) to :application;

create or replace function readable_files(which text) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from published_file where sha256 = which)
    or exists (select 1 from upload_file join upload on upload.id = upload_id
      where sha256 = which and body_id = any (bodies_for('read-pack')))
    or exists (select 1 from upload where check_sheet = which and body_id = any (bodies_for('read-pack')))
    or exists (select 1 from check_sheets where sha256 = which and bodies <@ bodies_for('read-pack'))
$$;

alter table check_sheets enable row level security;
grant select on check_sheets to :application;
create policy check_sheets_read on check_sheets for select to :application
  using (bodies <@ (select bodies_for('read-pack'))::uuid[]);
create policy job_of_check_sheets on job for select to :application using (subject in (select id from check_sheets));
