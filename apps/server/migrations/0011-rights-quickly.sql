-- The same rights, found from the person's bodies instead of by looking at every body: each request asks several times.
-- In PL/pgSQL, whose plans a connection keeps.
set local search_path = mingzhang;

create or replace function bodies_for(wanted text) returns uuid[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
begin
  return (select coalesce(array_agg(distinct id), '{}') from (
    select membership.body_id as id from membership
      join permission on permission.role = membership.role and permission.action = wanted
        and permission.state = '*' and permission.relation = 'own'
      where membership.person_id = current_person()
    union all
    select body.id from membership
      join permission on permission.role = membership.role and permission.action = wanted
        and permission.state = '*' and permission.relation = 'below'
      join body on body.ancestors @> array[membership.body_id]
      where membership.person_id = current_person()) as allowed);
end $$;

create or replace function budgets_for(wanted text) returns uuid[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
begin
  return (select coalesce(array_agg(distinct id), '{}') from (
    select budget.id from membership
      join permission on permission.role = membership.role and permission.action = wanted
        and permission.relation = 'own'
      join budget on budget.body_id = membership.body_id and permission.state in (budget.state, budget.year_state)
      where membership.person_id = current_person()
    union all
    select budget.id from membership
      join permission on permission.role = membership.role and permission.action = wanted
        and permission.relation = 'below'
      join body on body.ancestors @> array[membership.body_id]
      join budget on budget.body_id = body.id and permission.state in (budget.state, budget.year_state)
      where membership.person_id = current_person()) as allowed);
end $$;
