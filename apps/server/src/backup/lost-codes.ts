import type { Transaction } from "../database/database.ts";
import { noteChange } from "../http/security-log.ts";
import type { KeyKeeper } from "../keys/open-keeper.ts";
import { keyIdOf } from "../keys/sealed-text.ts";
import { hashPassword, oneTimePassword, textOf } from "../session/password.ts";
import type { MadeAccount } from "../setup/organisation.ts";

/** Who must set one-time codes up anew, because the key that sealed theirs is not here. */
export interface LostCodes {
  /** Accounts that need a one-time password of an administrator. */
  readonly people: readonly string[];
  /** Administrators, who could not help each other, with theirs. */
  readonly administrators: readonly MadeAccount[];
}

/**
 * Takes one-time codes away that no key here opens. Nobody gets in by the password alone instead: it is expired like
 * a one-time password that was not used.
 */
export async function takeLostCodes(sql: Transaction, keeper: KeyKeeper): Promise<LostCodes> {
  const keys = await keeper.keyIds(false);
  const isLost = (sealed: string | null) => {
    const id = keyIdOf(sealed ?? "");
    return id !== undefined && !keys.includes(id);
  };
  const rows = await sql.rows(
    `select person_id as id, account, name, totp_secret as secret, totp_pending as pending,
       exists (select 1 from membership where person_id = person.id and role = 'administrator') as administers
     from credential join person on person.id = person_id order by account`,
  );
  const pending = rows.filter((row) => isLost(row.pending)).map(({ id }) => id);
  await sql.rows("update credential set totp_pending = null where person_id = any ($1)", [pending]);
  const lost = rows.filter((row) => isLost(row.secret));
  const administrators: MadeAccount[] = [];
  for (const { id, account, name, administers } of lost) {
    const password = administers ? textOf(oneTimePassword()) : undefined;
    await closeDoor(sql, id, password);
    if (password !== undefined) administrators.push({ account, name, password });
  }
  return {
    people: lost.filter(({ administers }) => !administers).map(({ account }) => account),
    administrators,
  };
}

async function closeDoor(sql: Transaction, person: string, password: string | undefined): Promise<void> {
  const hash = password === undefined ? null : await hashPassword(Buffer.from(password));
  await sql.rows(
    `update credential set totp_secret = null, totp_pending = null, one_time = true, hash = coalesce($2, hash),
       expires_at = case when $2 is null then now() else now() + interval '7 days' end
     where person_id = $1`,
    [person, hash],
  );
  await noteChange(sql, "totp-removed", person, "restore");
}
