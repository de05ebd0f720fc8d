-- Budgets and what is entered in them.
set local search_path = mingzhang;

create table budget (
  id uuid primary key default gen_random_uuid(),
  body_id uuid not null references body,
  year integer not null check (year between 2000 and 2999),
  state text not null default 'first-draft',
  -- Counts the edits. Its row's lock puts the edits of one budget in order.
  revision bigint not null default 0,
  approval_date date,
  -- The last version published.
  version integer not null default 0,
  submitted_by uuid references person,
  changed_at timestamptz not null default now(),
  unique (body_id, year)
);

create table entry_row (
  id uuid not null,
  budget_id uuid not null references budget,
  sheet text not null check (sheet ~ '^[a-z][a-z-]{0,40}$'),
  position double precision not null,
  cells jsonb not null check (jsonb_typeof(cells) = 'object' and pg_column_size(cells) < 1000000),
  version integer not null default 1,
  -- The unit's budget that a consolidation took it from.
  source_budget uuid references budget,
  changed_by uuid references person,
  primary key (budget_id, id)
);
create index entry_row_order on entry_row (budget_id, sheet, position, id);

-- Every edit under the id that its client chose, so that sending it again answers the same.
create table edit (
  budget_id uuid not null references budget,
  id uuid not null,
  person_id uuid not null references person,
  revision bigint not null,
  at timestamptz not null default now(),
  -- Of what was asked: an id may not be used for two different edits.
  digest bytea not null,
  -- The changed rows; null: much at once, read the sheets again.
  rows jsonb,
  primary key (budget_id, id)
);
create unique index edit_order on edit (budget_id, revision);

create table step (
  id uuid primary key default gen_random_uuid(),
  budget_id uuid not null references budget,
  action text not null,
  from_state text not null,
  to_state text not null,
  person_id uuid not null references person,
  at timestamptz not null default now(),
  reason text not null,
  revision bigint not null,
  approval_date date,
  -- Findings that a confidentiality review found harmless.
  acknowledged jsonb
);
create index step_budget on step (budget_id, at);

create table explanation (
  id uuid primary key default gen_random_uuid(),
  budget_id uuid not null references budget,
  key text not null,
  text text not null,
  person_id uuid not null references person,
  at timestamptz not null default now(),
  unique (budget_id, key)
);

create table comment (
  id uuid primary key default gen_random_uuid(),
  budget_id uuid not null references budget,
  anchor jsonb not null,
  reply_to uuid references comment,
  text text not null,
  person_id uuid not null references person,
  role text,
  -- The body for which the person spoke.
  body_id uuid references body,
  at timestamptz not null default now(),
  state text not null,
  resolved_at timestamptz,
  resolved_by uuid references person
);
create index comment_budget on comment (budget_id, at);

create table control_figure (
  id uuid primary key default gen_random_uuid(),
  body_id uuid not null references body,
  year integer not null,
  kind text not null,
  ceiling numeric(17, 2) not null check (ceiling >= 0),
  unique (body_id, year, kind)
);

-- Of a budget itself only the beginning: its steps say the rest.
create trigger log_inserted after insert on budget referencing new table as inserted
  for each statement execute function log_inserted('id');
select keep_log_of('entry_row', 'budget_id'), keep_log_of('step', 'budget_id'),
  keep_log_of('explanation', 'budget_id'), keep_log_of('comment', 'budget_id'), keep_log_of('control_figure', '');

-- Budgets on which the person may take an action in the state that each is in.
create function budgets_for(wanted text) returns uuid[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(distinct budget.id), '{}')
  from membership
  join permission on permission.role = membership.role and permission.action = wanted
  join body on case permission.relation
    when 'own' then body.id = membership.body_id
    else body.ancestors @> array[membership.body_id] end
  join budget on budget.body_id = body.id and budget.state = permission.state
  where membership.person_id = current_person()
$$;

create function may(wanted text, which uuid) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (
    select 1 from budget
    join body on body.id = budget.body_id
    join membership on membership.person_id = current_person()
      and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
    join permission on permission.role = membership.role and permission.action = wanted
      and permission.state = budget.state
      and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
    where budget.id = which)
$$;

create function actions_on(which uuid) returns text[] language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select coalesce(array_agg(distinct permission.action), '{}') from budget
  join body on body.id = budget.body_id
  join membership on membership.person_id = current_person()
    and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
  join permission on permission.role = membership.role
    and (permission.state = budget.state or permission.state = '*')
    and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
  where budget.id = which
$$;

create function may_on_body(wanted text, which uuid) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select which = any (bodies_for(wanted))
$$;

grant execute on function budgets_for(text), may(text, uuid), actions_on(uuid), may_on_body(text, uuid)
  to :application;

alter table budget enable row level security;
grant select on budget to :application;
grant insert (id, body_id, year) on budget to :application;
grant update (revision, changed_at) on budget to :application;
create policy budget_read on budget for select to :application
  using (id = any ((select budgets_for('read'))::uuid[]) or body_id = any ((select bodies_for('open-budget'))::uuid[]));
create policy budget_open on budget for insert to :application
  with check (body_id = any ((select bodies_for('open-budget'))::uuid[]));
create policy budget_edit on budget for update to :application
  using (id = any ((select budgets_for('edit') || budgets_for('consolidate'))::uuid[]));

alter table entry_row enable row level security;
grant select, insert, update, delete on entry_row to :application;
create policy entry_row_read on entry_row for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));
create policy entry_row_add on entry_row for insert to :application
  with check (budget_id = any ((select budgets_for('edit') || budgets_for('consolidate'))::uuid[]));
create policy entry_row_change on entry_row for update to :application
  using (budget_id = any ((select budgets_for('edit') || budgets_for('consolidate'))::uuid[]));
create policy entry_row_remove on entry_row for delete to :application
  using (budget_id = any ((select budgets_for('edit') || budgets_for('consolidate'))::uuid[]));

alter table edit enable row level security;
grant select, insert on edit to :application;
create policy edit_read on edit for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));
create policy edit_add on edit for insert to :application
  with check (budget_id = any ((select budgets_for('edit') || budgets_for('consolidate'))::uuid[])
    and person_id = current_person());

alter table step enable row level security;
grant select on step to :application;
create policy step_read on step for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));

alter table explanation enable row level security;
grant select, insert, update, delete on explanation to :application;
create policy explanation_read on explanation for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));
create policy explanation_add on explanation for insert to :application
  with check (budget_id = any ((select budgets_for('explain'))::uuid[]) and person_id = current_person());
create policy explanation_change on explanation for update to :application
  using (budget_id = any ((select budgets_for('explain'))::uuid[])) with check (person_id = current_person());
create policy explanation_remove on explanation for delete to :application
  using (budget_id = any ((select budgets_for('explain'))::uuid[]));

alter table comment enable row level security;
grant select, insert on comment to :application;
grant update (resolved_at, resolved_by) on comment to :application;
create policy comment_read on comment for select to :application
  using (budget_id = any ((select budgets_for('read'))::uuid[]));
create policy comment_add on comment for insert to :application
  with check (budget_id = any ((select budgets_for('comment'))::uuid[]) and person_id = current_person());
create function speaks_for(which uuid) returns boolean language sql stable security definer
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from membership where person_id = current_person() and body_id = which)
$$;
grant execute on function speaks_for(uuid) to :application;
create policy comment_resolve on comment for update to :application
  using (budget_id = any ((select budgets_for('comment'))::uuid[])
    and (person_id = current_person() or speaks_for(body_id)));

alter table control_figure enable row level security;
grant select, insert, delete on control_figure to :application;
create policy control_figure_read on control_figure for select to :application
  using (body_id = any ((select bodies_for('read-ceiling'))::uuid[]));
create policy control_figure_add on control_figure for insert to :application
  with check (body_id = any ((select bodies_for('set-ceiling'))::uuid[]));
create policy control_figure_remove on control_figure for delete to :application
  using (body_id = any ((select bodies_for('set-ceiling'))::uuid[]));

-- The log is read by those who may see a budget's history. Nobody writes it but the triggers.
alter table log enable row level security;
grant select on log, log_head to :application;
alter table log_head enable row level security;
create policy log_read on log for select to :application
  using (chain = any ((select budgets_for('history'))::text[]));
create policy log_head_read on log_head for select to :application
  using (chain = any ((select budgets_for('history'))::text[]));

-- Everybody who is connected learns of a change when it is on disk.
create function announce() returns trigger language plpgsql security definer
  set search_path = mingzhang, pg_temp as $$
begin
  perform pg_notify('mingzhang', json_build_object('kind', tg_argv[0], 'budget', coalesce(new.budget_id, old.budget_id))::text);
  return null;
end $$;
create trigger announce_edit after insert on edit for each row execute function announce('edit');
create trigger announce_step after insert on step for each row execute function announce('state');
create trigger announce_comment after insert or update on comment for each row execute function announce('comments');
create trigger announce_explanation after insert or update or delete on explanation
  for each row execute function announce('explanations');
