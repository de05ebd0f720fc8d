-- An edit is two queries, one that finds and locks and one that writes. Each asks for the person's rights on its budget
-- once, where the policies, which hold for everything else, ask with each table.
set local search_path = mingzhang;

create index permission_of_role on permission (role, relation, state) include (action);

-- The budget first: together with the rest it was looked for once for each permission.
create or replace function actions_on(which uuid) returns text[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp set enable_seqscan = off as $$
declare
  who uuid := current_person();
  place record;
begin
  select budget.state, budget.year_state, body.id as body, body.ancestors into place
    from budget join body on body.id = budget.body_id where budget.id = which;
  return (select coalesce(array_agg(distinct permission.action), '{}') from membership
    join permission on permission.role = membership.role
      and permission.relation = case when membership.body_id = place.body then 'own' else 'below' end
      and permission.state in (place.state, place.year_state, '*')
    where membership.person_id = who
      and (membership.body_id = place.body or membership.body_id = any (place.ancestors)));
end $$;

-- What the person may do on a budget. Found once a transaction, as in `budgets_for_any`.
create function held_on(which uuid) returns text[] language plpgsql stable security definer
  set search_path = mingzhang, pg_temp as $$
declare
  owner text := concat_ws(' ', which, current_person(), current_setting('mingzhang.rights', true)) || ' ';
  kept text := current_setting('mingzhang.held_on', true);
  held text[];
begin
  if starts_with(kept, owner) then
    return substr(kept, length(owner) + 1)::text[];
  end if;
  held := actions_on(which);
  perform set_config('mingzhang.held_on', owner || held::text, true);
  return held;
end $$;

-- What the policies of entry_row say of one row, to somebody who holds these actions.
create function may_write_row(held text[], of_sheet text, entered jsonb) returns boolean language sql stable
  set search_path = mingzhang, pg_temp as $$
  select exists (select 1 from sheet_writer where sheet = of_sheet
    and (action = any (held) or action = 'edit' and 'consolidate' = any (held))
    and (field is null or entered ->> field = any (texts)))
$$;

-- Counts an edit, which locks its budget, and finds the rows that it names and what was answered when it was done
-- before: then it is not counted. No row where the person may not read the budget; not counted where they write nothing.
create function begin_edit(which uuid, edit_id uuid, named uuid[])
  returns table (actions text[], counted bigint, done_revision bigint, done_digest bytea, done_rows jsonb, stored jsonb)
  language plpgsql security definer set search_path = mingzhang, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  actions := held_on(which);
  if not 'read' = any (actions) then
    return;
  end if;
  if 'consolidate' = any (actions) or exists (select 1 from sheet_writer where action = any (actions)) then
    update budget set revision = revision + 1, changed_at = now() where id = which returning revision into counted;
  end if;
  select revision, digest, rows into done_revision, done_digest, done_rows
    from edit where budget_id = which and id = edit_id;
  if found and counted is not null then
    update budget set revision = revision - 1 where id = which;
  end if;
  stored := (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'sheet', sheet, 'position', position,
      'cells', cells, 'version', version, 'changedBy', changed_by)), '[]')
    from entry_row where budget_id = which and id = any (named)
      and sheet = any (array(select sheet from sheet_right where reader = any (actions))));
  return next;
end $$;

-- Writes an edit that `begin_edit` counted in this transaction: rows as they are to be, new ones with version 1; rows
-- that go; positions of others; and the edit itself.
create function keep_edit(which uuid, edit_id uuid, asked bytea, told jsonb, written jsonb, removed uuid[],
    moved jsonb, why text) returns void language plpgsql security definer set search_path = mingzhang, pg_temp
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  who uuid := current_person();
  held text[] := held_on(which);
  changed uuid[] := removed || array(select id from jsonb_to_recordset(written) as given (id uuid));
begin
  if not may_be_told(told)
    or exists (select 1 from jsonb_to_recordset(written) as given (sheet text, cells jsonb)
      where not may_write_row(held, sheet, cells))
    or exists (select 1 from entry_row where budget_id = which and id = any (changed)
      and not may_write_row(held, sheet, cells)) then
    raise exception 'the edit is not permitted' using errcode = 'insufficient_privilege';
  end if;
  if why <> '' then
    perform set_config('mingzhang.reason', why, true);
  end if;
  if cardinality(removed) > 0 then
    delete from entry_row where budget_id = which and id = any (removed);
  end if;
  if exists (select 1 from jsonb_to_recordset(written) as given (version integer) where version = 1) then
    insert into entry_row (budget_id, id, sheet, position, cells, changed_by)
      select which, id, sheet, position, cells, who from jsonb_to_recordset(written)
        as given (id uuid, sheet text, position double precision, cells jsonb, version integer) where version = 1;
  end if;
  if exists (select 1 from jsonb_to_recordset(written) as given (version integer) where version > 1) then
    update entry_row set cells = given.cells, position = given.position, version = given.version, changed_by = who
      from jsonb_to_recordset(written)
        as given (id uuid, position double precision, cells jsonb, version integer)
      where budget_id = which and entry_row.id = given.id and given.version > 1;
  end if;
  if jsonb_array_length(moved) > 0 then
    update entry_row set position = given.position
      from jsonb_to_recordset(moved) as given (id uuid, position double precision)
      where budget_id = which and entry_row.id = given.id and may_write_row(held, sheet, entry_row.cells);
  end if;
  insert into edit (budget_id, id, person_id, revision, digest, rows)
    select which, edit_id, who, revision, asked, told from budget where id = which;
end $$;

-- The head of a chain is there but for its first entry.
create or replace function append_log(table_name text, operation text, images log_image[]) returns void
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
      select number, hash into last, digest from log_head where chain = open_chain for update;
      if not found then
        insert into log_head values (open_chain, 0, sha256(convert_to(open_chain, 'UTF8'))) on conflict do nothing;
        select number, hash into last, digest from log_head where chain = open_chain for update;
      end if;
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

grant execute on function begin_edit(uuid, uuid, uuid[]), keep_edit(uuid, uuid, bytea, jsonb, jsonb, uuid[], jsonb, text)
  to :application;
