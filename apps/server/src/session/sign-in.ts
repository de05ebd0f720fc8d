import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import { ROUTES } from "../api/index.ts";
import type { Record } from "../database/database.ts";
import { addressOf } from "../http/address.ts";
import { type AppOptions, checkCsrf, jsonOf, parse } from "../http/app.ts";
import { forgetToken, keepToken, newToken, tokenHashOf } from "../http/cookie.ts";
import { Refusal, refuse } from "../http/refusal.ts";
import { noteFailedSignIn, type SignInFailure } from "../http/security-log.ts";
import { meOf } from "./me.ts";
import { isPassword, textOf } from "./password.ts";

type SignIn = z.infer<NonNullable<typeof ROUTES.signIn.body>>;

const WRONG = new Refusal("unauthenticated", {
  zh: "账号、密码或动态口令不对。",
  en: "Account, password or code is wrong.",
});

const EXPIRED = new Refusal("unauthenticated", {
  zh: "一次性密码已过期，请向管理员要新的。",
  en: "The one-time password has expired; ask an administrator for a new one.",
});

/** Each attempt is counted on disk before its password is looked at. */
export async function serveSignIn(context: Context, options: AppOptions): Promise<Response> {
  const { database, keeper, secure } = options;
  const given = parse(ROUTES.signIn.body, await jsonOf(context)) as SignIn;
  const address = addressOf(context, secure);
  const known = await database.anonymous(async (sql) => {
    const held = await sql.row("select is_throttled($1) as throttled", [address]);
    if (held?.throttled === true) throw refuse("too-many");
    return sql.row("select * from sign_in_attempt($1)", [given.account]);
  });
  const fail = async (event: SignInFailure, refusal: Refusal): Promise<never> => {
    await database.anonymous((sql) => noteFailedSignIn(sql, event, known?.person_id ?? null, address));
    throw refusal;
  };
  const right = await isPassword(given.password, known?.hash);
  if (known === undefined) return fail("unknown-account", WRONG);
  if (known.locked === true) return fail("locked-account", refuse("too-many"));
  if (!right) return fail("wrong-password", WRONG);
  if (known.expired === true) return fail("expired-password", EXPIRED);
  if (known.totp_secret !== null && given.code === undefined) return context.json({ status: "code-needed" });
  const counter =
    known.totp_secret === null
      ? 0
      : await keeper.counterOf(known.person_id, known.totp_secret, textOf(given.code ?? new Uint8Array()));
  if (counter === undefined) return fail("wrong-code", WRONG);
  return openSession(context, options, known, counter).catch((error: unknown) =>
    isUsedCode(error) ? fail("used-code", WRONG) : Promise.reject(error),
  );
}

function isUsedCode(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "28P01";
}

async function openSession(
  context: Context,
  options: AppOptions,
  known: Record,
  counter: number,
): Promise<Response> {
  const { token, hash } = newToken();
  const csrf = randomBytes(24).toString("base64url");
  const earlier = tokenHashOf(context, options.secure) ?? null;
  const address = addressOf(context, options.secure);
  const values = [known.person_id, hash, csrf, known.one_time, counter, earlier, address];
  await options.database.anonymous((sql) =>
    sql.rows("select session_open($1, $2, $3, $4, $5, $6, $7)", values),
  );
  const me = await options.database.session(hash, async (sql, owner) => {
    if (owner === undefined) throw refuse("unauthenticated");
    return meOf(sql, owner, options.security);
  });
  keepToken(context, token, options.secure);
  return context.json({ status: "signed-in", me });
}

export async function serveSignOut(context: Context, { database, secure }: AppOptions): Promise<Response> {
  const tokenHash = tokenHashOf(context, secure);
  await database.session(tokenHash, async (sql, owner) => {
    if (owner === undefined) return;
    checkCsrf(context, owner.csrf);
    await sql.rows("select session_close($1)", [tokenHash]);
    await sql.rows("select note_security('signed-out', $1, $2, '{}')", [
      owner.personId,
      addressOf(context, secure),
    ]);
  });
  forgetToken(context, secure);
  return context.json({});
}
