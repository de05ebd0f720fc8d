import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import type { z } from "zod";
import { ROUTES } from "../api/index.ts";
import type { Record } from "../database/database.ts";
import { type AppOptions, checkCsrf, jsonOf, parse } from "../http/app.ts";
import { forgetToken, keepToken, newToken, tokenHashOf } from "../http/cookie.ts";
import { Refusal, refuse } from "../http/refusal.ts";
import { meOf } from "./me.ts";
import { isPassword } from "./password.ts";
import { counterOf } from "./totp.ts";

type SignIn = z.infer<NonNullable<typeof ROUTES.signIn.body>>;

const WRONG = new Refusal("unauthenticated", {
  zh: "账号、密码或动态口令不对。",
  en: "Account, password or code is wrong.",
});

/** Each attempt is counted on disk before its password is looked at. */
export async function serveSignIn(context: Context, options: AppOptions): Promise<Response> {
  const { database } = options;
  const given = parse(ROUTES.signIn.body, await jsonOf(context)) as SignIn;
  const known = await database.anonymous((sql) =>
    sql.row("select * from sign_in_attempt($1)", [given.account]),
  );
  const right = await isPassword(given.password, known?.hash);
  if (known?.locked === true) throw refuse("too-many");
  if (known === undefined || !right) throw WRONG;
  if (known.expired === true) {
    throw new Refusal("unauthenticated", {
      zh: "一次性密码已过期，请向管理员要新的。",
      en: "The one-time password has expired; ask an administrator for a new one.",
    });
  }
  if (known.totp_secret !== null && given.code === undefined) return context.json({ status: "code-needed" });
  const counter = known.totp_secret === null ? 0 : counterOf(known.totp_secret, given.code ?? "");
  if (counter === undefined) throw WRONG;
  return openSession(context, options, known, counter);
}

async function openSession(
  context: Context,
  options: AppOptions,
  known: Record,
  counter: number,
): Promise<Response> {
  const { token, hash } = newToken();
  const csrf = randomBytes(24).toString("base64url");
  await options.database
    .anonymous((sql) =>
      sql.rows("select session_open($1, $2, $3, $4, $5)", [
        known.person_id,
        hash,
        csrf,
        known.one_time,
        counter,
      ]),
    )
    .catch((error: unknown) => {
      throw error instanceof Error && "code" in error && error.code === "28P01" ? WRONG : error;
    });
  const me = await options.database.session(hash, async (sql, owner) => {
    if (owner === undefined) throw refuse("unauthenticated");
    return meOf(sql, owner);
  });
  keepToken(context, token, options.secure);
  return context.json({ status: "signed-in", me });
}

export async function serveSignOut(context: Context, { database }: AppOptions): Promise<Response> {
  const tokenHash = tokenHashOf(context);
  await database.session(tokenHash, async (sql, owner) => {
    if (owner === undefined) return;
    checkCsrf(context, owner.csrf);
    await sql.rows("select session_close($1)", [tokenHash]);
  });
  forgetToken(context);
  return context.json({});
}
