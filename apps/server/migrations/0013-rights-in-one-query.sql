-- The same rights again: the person is looked up once a query and not once a row, what a save may write is one query
-- and not one an action, and plans are kept. Each save asks for these rights ten times.
set local search_path = mingzhang;

create or replace function bodies_for(wanted text) returns uuid[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
declare
  who uuid := current_person();
begin
  return (select coalesce(array_agg(distinct id), '{}') from (
    select membership.body_id as id from membership
      join permission on permission.role = membership.role and permission.action = wanted
        and permission.state = '*' and permission.relation = 'own'
      where membership.person_id = who
    union all
    select body.id from membership
      join permission on permission.role = membership.role and permission.action = wanted
        and permission.state = '*' and permission.relation = 'below'
      join body on body.ancestors @> array[membership.body_id]
      where membership.person_id = who) as allowed);
end $$;

-- Budgets on which the person may take any of these actions in the state that each is in. Found once a transaction and
-- kept in a setting of it, like the person; whatever changes rights begins a new count, and what was kept is found anew.
create function budgets_for_any(wanted text[]) returns uuid[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
declare
  who uuid := current_person();
  setting text := 'mingzhang.for_' || md5(array_to_string(wanted, ' '));
  owner text := coalesce(who::text, '') || ' ' || coalesce(current_setting('mingzhang.rights', true), '') || ' ';
  kept text := current_setting(setting, true);
  allowed uuid[];
begin
  if starts_with(kept, owner) then
    return substr(kept, length(owner) + 1)::uuid[];
  end if;
  allowed := (select coalesce(array_agg(distinct id), '{}') from (
    select budget.id from membership
      join permission on permission.role = membership.role and permission.action = any (wanted)
        and permission.relation = 'own'
      join budget on budget.body_id = membership.body_id and permission.state in (budget.state, budget.year_state)
      where membership.person_id = who
    union all
    select budget.id from membership
      join permission on permission.role = membership.role and permission.action = any (wanted)
        and permission.relation = 'below'
      join body on body.ancestors @> array[membership.body_id]
      join budget on budget.body_id = body.id and permission.state in (budget.state, budget.year_state)
      where membership.person_id = who) as found);
  perform set_config(setting, owner || allowed::text, true);
  return allowed;
end $$;

create function rights_changed() returns trigger language plpgsql set search_path = mingzhang, pg_temp as $$
begin
  perform set_config('mingzhang.rights',
    (coalesce(nullif(current_setting('mingzhang.rights', true), ''), '0')::integer + 1)::text, true);
  return null;
end $$;
create trigger rights_changed after insert or delete on budget for each statement execute function rights_changed();
create trigger rights_changed_with_state after update of state, year_state, body_id on budget
  for each statement execute function rights_changed();
create trigger rights_changed after insert or update or delete on membership
  for each statement execute function rights_changed();
create trigger rights_changed after insert or update or delete on body
  for each statement execute function rights_changed();
create trigger rights_changed after insert or update or delete on permission
  for each statement execute function rights_changed();
create trigger rights_changed after insert or update or delete on sheet_writer
  for each statement execute function rights_changed();

create or replace function budgets_for(wanted text) returns uuid[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
begin
  return budgets_for_any(array[wanted]);
end $$;

create or replace function budgets_written() returns uuid[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
begin
  return budgets_for_any((select array_agg(action) from
    (select action from sheet_writer union select 'consolidate') as writing));
end $$;

create or replace function actions_on(which uuid) returns text[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
declare
  who uuid := current_person();
begin
  return (select coalesce(array_agg(distinct permission.action), '{}') from budget
    join body on body.id = budget.body_id
    join membership on membership.person_id = who
      and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
    join permission on permission.role = membership.role
      and permission.state in (budget.state, budget.year_state, '*')
      and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
    where budget.id = which);
end $$;

create or replace function may(wanted text, which uuid) returns boolean language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
declare
  who uuid := current_person();
begin
  return exists (
    select 1 from budget
    join body on body.id = budget.body_id
    join membership on membership.person_id = who
      and (membership.body_id = body.id or membership.body_id = any (body.ancestors))
    join permission on permission.role = membership.role and permission.action = wanted
      and permission.state in (budget.state, budget.year_state)
      and permission.relation = case when membership.body_id = body.id then 'own' else 'below' end
    where budget.id = which);
end $$;

create or replace function sheets_read_with(wanted text) returns text[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
begin
  return (select coalesce(array_agg(sheet), '{}') from sheet_right where reader = wanted);
end $$;

create or replace function sheets_written_with(wanted text) returns text[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
begin
  return (select coalesce(array_agg(sheet), '{}') from sheet_writer where action = wanted);
end $$;

grant execute on function budgets_for_any(text[]) to :application;
