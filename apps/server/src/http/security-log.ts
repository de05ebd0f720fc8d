import type { Context } from "hono";
import { RefusedFile } from "../antivirus/refuse-infected.ts";
import type { Transaction } from "../database/database.ts";
import { addressOf } from "./address.ts";
import type { AppOptions } from "./app.ts";
import { tokenHashOf } from "./cookie.ts";
import { refusalOf, WrongSecret } from "./refusal.ts";

/** Why a sign-in failed, as the log has it. */
export type SignInFailure =
  | "wrong-password"
  | "wrong-code"
  | "used-code"
  | "unknown-account"
  | "locked-account"
  | "expired-password";

/** Notes a failed sign-in and counts it for its address; never what was typed. */
export function noteFailedSignIn(
  sql: Transaction,
  event: SignInFailure,
  personId: string | null,
  address: string,
): Promise<unknown> {
  return sql.rows("select sign_in_failed($1, $2, $3)", [event, personId, address]);
}

/** Notes that somebody's sign-in was changed. */
export function noteChange(
  sql: Transaction,
  event: "password-changed" | "one-time-password" | "totp-enabled" | "totp-removed",
  personId: string,
  address: string,
): Promise<unknown> {
  return sql.rows("select note_security($1, $2, $3, '{}')", [event, personId, address]);
}

/** Notes a request that the interface has no use for, of whoever's session it came with; never what it held. */
export async function noteOutside(
  context: Context,
  { database, secure, report }: AppOptions,
  event: "invalid-input" | "unused-call" | "too-many-calls",
  call: string,
): Promise<void> {
  const values = [addressOf(context, secure), { call, params: {} }];
  await database
    .session(tokenHashOf(context, secure), (sql, owner) =>
      sql.rows("select note_refusal($1, $2, $3, $4)", [event, owner?.personId ?? null, ...values]),
    )
    .catch(report);
}

export interface RefusedCall {
  /** Id of the route. */
  readonly call: string;
  readonly personId: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Notes what somebody who is signed in was refused: an action, something that is not there for them, a wrong
 * password, a file that is not clean. In a transaction of its own, because the request's is rolled back.
 */
export async function noteRefusal(
  context: Context,
  { database, secure, report }: AppOptions,
  { call, personId, params }: RefusedCall,
  error: unknown,
): Promise<void> {
  if (personId === "") return;
  const address = addressOf(context, secure);
  const note = async (sql: Transaction): Promise<void> => {
    if (error instanceof WrongSecret && error.event === "wrong-password") {
      await sql.rows("select password_failed($1, $2)", [personId, address]);
    } else if (error instanceof WrongSecret) {
      await noteFailedSignIn(sql, error.event, personId, address);
    } else if (error instanceof RefusedFile) {
      const about = { call, params: { ...params, ...error.about } };
      await sql.rows("select note_refusal($1, $2, $3, $4)", [error.event, personId, address, about]);
    } else {
      const event = refusalOf(error)?.code;
      if (event !== "forbidden" && event !== "not-found") return;
      await sql.rows("select note_refusal($1, $2, $3, $4)", [event, personId, address, { call, params }]);
    }
  };
  // What cannot be noted is reported; the answer stays a refusal.
  await database.anonymous(note).catch(report);
}
