import type { Person, SecurityEvent } from "../api/index.ts";
import type { Transaction } from "../database/database.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid, refuse } from "../http/refusal.ts";
import { noteChange } from "../http/security-log.ts";
import { hashPassword, oneTimePassword } from "../session/password.ts";
import { numbersOf } from "../session/security-numbers.ts";

const people: Handler<"people"> = async ({ sql, me }) => ({
  people: await peopleWhere(sql, "person.id = $1 or may_manage(person.id)", [me.personId]),
});

const securityEvents: Handler<"securityEvents"> = async ({ sql, query }) => ({
  events: (await sql.rows(
    `select number, at, event, person_id as "personId", coalesce(person.name, '') as "personName", address, call, params
     from security_events($1, $2) left join person on person.id = person_id order by number desc`,
    [query.before ?? null, query.limit ?? 100],
  )) as unknown as SecurityEvent[],
});

/** What administrators are alerted of, by the events of the security log. */
const securityNumbers: Handler<"securityNumbers"> = async ({ sql, services }) => {
  const rows = await sql.rows("select event, number from security_numbers()");
  return numbersOf(rows as never, services.security.alertAt);
};

const addPerson: Handler<"addPerson"> = async ({ sql, body, address }) => {
  const { id } = found(await sql.row("select gen_random_uuid() as id"));
  const taken = await sql.row("select 1 as taken from person where lower(account) = lower($1)", [
    body.account,
  ]);
  if (taken !== undefined) throw invalid("这个账号已有人用。", "This account is taken.");
  await sql.rows("insert into person (id, account, name) values ($1, $2, $3)", [id, body.account, body.name]);
  for (const { bodyId, role } of body.memberships) await insertMembership(sql, id, bodyId, role);
  return withOneTimePassword(sql, id, address);
};

const changePerson: Handler<"changePerson"> = async ({ sql, me, params, body }) => {
  await requireManaged(sql, params.person);
  if (params.person === me.personId && body.active === false)
    throw invalid("不能停用自己。", "You cannot deactivate yourself.");
  await sql.rows("update person set name = coalesce($2, name), active = coalesce($3, active) where id = $1", [
    params.person,
    body.name ?? null,
    body.active ?? null,
  ]);
  if (body.active === false) await sql.rows("select sessions_end($1)", [params.person]);
  return personOf(sql, params.person);
};

const resetPassword: Handler<"resetPassword"> = async ({ sql, params, address }) => {
  await requireManaged(sql, params.person);
  return withOneTimePassword(sql, params.person, address);
};

const addMembership: Handler<"addMembership"> = async ({ sql, params, body }) => {
  const person = await sql.row("select may_receive(id) as may from person where id = $1", [params.person]);
  if (person?.may !== true) throw refuse("not-found");
  await insertMembership(sql, params.person, body.bodyId, body.role);
  return personOf(sql, params.person);
};

const removeMembership: Handler<"removeMembership"> = async ({ sql, params }) => {
  const removed = await sql.rows("delete from membership where id = $1 returning id", [params.membership]);
  if (removed.length === 0) throw refuse("not-found");
  return {};
};

async function insertMembership(sql: Transaction, person: string, body: string, role: string): Promise<void> {
  await sql.rows(
    "insert into membership (person_id, body_id, role) values ($1, $2, $3) on conflict do nothing",
    [person, body, role],
  );
}

async function withOneTimePassword(sql: Transaction, person: string, address: string) {
  const password = oneTimePassword();
  await sql.rows("select one_time_password_set($1, $2)", [person, await hashPassword(password)]);
  await noteChange(sql, "one-time-password", person, address);
  return { person: await personOf(sql, person), oneTimePassword: password };
}

/** Nobody learns by the answer whether a person beyond reach exists. */
async function requireManaged(sql: Transaction, person: string): Promise<void> {
  const row = await sql.row("select may_manage($1) as managed", [person]);
  if (row?.managed !== true) throw refuse("not-found");
}

async function personOf(sql: Transaction, id: string): Promise<Person> {
  const [person] = await peopleWhere(sql, "person.id = $1", [id]);
  return found(person);
}

async function peopleWhere(
  sql: Transaction,
  condition: string,
  values: readonly unknown[],
): Promise<Person[]> {
  const rows = await sql.rows(
    `select person.id, account, name, active, coalesce(state.totp, false) as totp, state.locked_until as "lockedUntil",
       coalesce((select jsonb_agg(jsonb_build_object('id', membership.id, 'bodyId', body_id, 'role', role) order by role)
         from membership where person_id = person.id), '[]') as memberships
     from person left join lateral security_state(person.id) as state on true
     where ${condition} order by account`,
    values,
  );
  return rows as unknown as Person[];
}

export const PEOPLE_HANDLERS = {
  people,
  securityEvents,
  securityNumbers,
  addPerson,
  changePerson,
  resetPassword,
  addMembership,
  removeMembership,
};
