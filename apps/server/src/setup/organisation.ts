import type { Role } from "../api/index.ts";
import { type BodyLine, readBodies } from "../bodies/csv.ts";
import { insertBodies } from "../bodies/handlers.ts";
import type { Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import { hashPassword, oneTimePassword, textOf } from "../session/password.ts";

export { type BodyLine, readBodies };

export interface NewPerson {
  readonly account: string;
  readonly name: string;
  /** By the codes of bodies. */
  readonly roles: readonly { readonly body: string; readonly role: Role }[];
  /** Without one, a one-time password is made. */
  readonly password?: string;
}

export interface MadeAccount {
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

/** Whether anything was set up yet. */
export async function hasOrganisation(sql: Transaction): Promise<boolean> {
  return (await sql.row("select organisation_exists() as known"))?.known === true;
}

/** Begins an organisation: its bodies and its first people; in one transaction of the system. */
export async function setUpOrganisation(
  sql: Transaction,
  { bodies, people }: { readonly bodies: readonly BodyLine[]; readonly people: readonly NewPerson[] },
): Promise<readonly MadeAccount[]> {
  await insertBodies(sql, bodies);
  const made: MadeAccount[] = [];
  const hashes = new Map<string, Promise<string>>();
  for (const person of people) made.push(await addPerson(sql, person, hashes));
  return made;
}

/** The first administrator, of the bureau and everything below. */
export function firstAdministrator(bodies: readonly BodyLine[]): NewPerson {
  const bureau = bodies.find(({ kind }) => kind === "bureau");
  const roles = [{ body: bureau?.code ?? "", role: "administrator" as const }];
  return { account: "administrator", name: "管理员", roles };
}

/** `hashes`: of passwords met before; those of a demonstration are one. */
async function addPerson(
  sql: Transaction,
  person: NewPerson,
  hashes: Map<string, Promise<string>>,
): Promise<MadeAccount> {
  const { account, name, roles } = person;
  const password = person.password ?? textOf(oneTimePassword());
  const hash = hashes.get(password) ?? hashPassword(Buffer.from(password));
  hashes.set(password, hash);
  const { id } = found(
    await sql.row("insert into person (account, name) values ($1, $2) returning id", [account, name]),
  );
  for (const { body, role } of roles) {
    await sql.rows(
      "insert into membership (person_id, body_id, role) select $1, id, $3 from body where code = $2",
      [id, body, role],
    );
  }
  await sql.rows(
    `insert into credential (person_id, hash, one_time, expires_at)
     values ($1, $2, $3, case when $3 then now() + interval '7 days' end)`,
    [id, await hash, person.password === undefined],
  );
  return { account, name, password };
}
