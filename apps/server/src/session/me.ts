import type { Me } from "../api/index.ts";
import type { SessionOwner, Transaction } from "../database/database.ts";
import { found } from "../http/refusal.ts";
import type { SecuritySettings } from "../http/security-settings.ts";

/** Who is signed in, as the contract says it. */
export async function meOf(
  sql: Transaction,
  me: SessionOwner,
  { secondFactor }: SecuritySettings,
): Promise<Me> {
  const person = found(await sql.row("select id, account, name from person where id = $1", [me.personId]));
  const state = await sql.row("select totp from security_state($1)", [me.personId]);
  const memberships = await sql.rows(
    `select id, body_id as "bodyId", role from membership where person_id = $1 order by role`,
    [me.personId],
  );
  const totp = state?.totp === true;
  return {
    person: { id: person.id, account: person.account, name: person.name, totp },
    memberships: memberships as unknown as Me["memberships"],
    csrfToken: me.csrf,
    mustChangePassword: me.oneTime,
    mustEnableTotp: !totp && memberships.some(({ role }) => secondFactor.includes(role)),
    expiresAt: me.expiresAt,
  };
}
