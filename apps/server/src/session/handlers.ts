import { randomBytes } from "node:crypto";
import type { SecretBytes } from "../api/index.ts";
import type { Handler } from "../http/handler.ts";
import { found, invalid, refuse, WrongSecret } from "../http/refusal.ts";
import { noteChange } from "../http/security-log.ts";
import { meOf } from "./me.ts";
import { hashPassword, isPassword, requireStrong, textOf } from "./password.ts";

const me: Handler<"me"> = ({ sql, me: owner, services }) => meOf(sql, owner, services.security);

const changePassword: Handler<"changePassword"> = async (call) => {
  const { sql, me: owner, body, tokenHash, services } = call;
  await requirePassword(sql, body.current);
  const person = found(await sql.row("select account, name from person where id = $1", [owner.personId]));
  requireStrong(body.next, person.account, person.name);
  if (Buffer.compare(body.next, body.current) === 0)
    throw invalid("新密码与旧密码相同。", "The new password is the old one.");
  await sql.rows("select own_password_set($1, $2)", [await hashPassword(body.next), tokenHash]);
  await noteChange(sql, "password-changed", owner.personId, call.address);
  return meOf(sql, { ...owner, oneTime: false }, services.security);
};

const sessions: Handler<"sessions"> = async ({ sql, tokenHash }) => ({
  sessions: (await sql.rows("select * from own_sessions($1)", [tokenHash])) as never,
});

const endSessions: Handler<"endSessions"> = async ({ sql, body, tokenHash }) => {
  await requirePassword(sql, body.password);
  await sql.rows("select own_sessions_end($1)", [tokenHash]);
  return {};
};

/** Made at the first time. */
const browserKey: Handler<"browserKey"> = async ({ sql }) => {
  const fresh = randomBytes(32);
  const { key } = found(await sql.row("select own_browser_key($1) as key", [fresh]));
  const text = hexOf(key);
  fresh.fill(0);
  key.fill(0);
  return { key: text };
};

const prepareTotp: Handler<"prepareTotp"> = async ({ sql, me: owner, body, services }) => {
  await requirePassword(sql, body.password);
  const person = found(await sql.row("select account from person where id = $1", [owner.personId]));
  const known = await sql.row("select totp_secret from own_credential()");
  const { sealed, secret, uri } = await services.keeper.newCodes(owner.personId, person.account);
  await sql.rows("select totp_set($1, $2, 0)", [known?.totp_secret ?? null, sealed]);
  return { secret, uri };
};

const confirmTotp: Handler<"confirmTotp"> = async ({ sql, me: owner, body, address, services }) => {
  const known = await sql.row("select totp_pending from own_credential()");
  const pending: string | null = known?.totp_pending ?? null;
  const counter =
    pending === null
      ? undefined
      : await services.keeper.counterOf(owner.personId, pending, textOf(body.code));
  if (counter === undefined)
    throw new WrongSecret("wrong-code", { zh: "动态口令不对。", en: "The code is wrong." });
  await sql.rows("select totp_set($1, null, $2)", [pending, counter]);
  await noteChange(sql, "totp-enabled", owner.personId, address);
  return {};
};

const removeTotp: Handler<"removeTotp"> = async ({ sql, me: owner, body, address }) => {
  await requirePassword(sql, body.password);
  await sql.rows("select totp_set(null, null, 0)");
  await noteChange(sql, "totp-removed", owner.personId, address);
  return {};
};

const ownEvents: Handler<"ownEvents"> = async ({ sql, tokenHash }) => ({
  events: (await sql.rows("select * from own_events($1)", [tokenHash])) as never,
});

async function requirePassword(
  sql: Parameters<Handler<"me">>[0]["sql"],
  password: Uint8Array,
): Promise<void> {
  const known = await sql.row("select hash, locked from own_credential()");
  if (known?.locked === true) throw refuse("too-many");
  if (await isPassword(password, known?.hash)) return;
  throw new WrongSecret("wrong-password", { zh: "密码不对。", en: "The password is wrong." });
}

const DIGITS = Buffer.from("0123456789abcdef");

/** Bytes in hexadecimal digits, which are bytes as well. */
function hexOf(bytes: Buffer): SecretBytes {
  const digit = (at: number) => ((bytes[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 0xf;
  return Uint8Array.from({ length: 2 * bytes.length }, (_, at) => DIGITS[digit(at)] ?? 0);
}

export const SESSION_HANDLERS = {
  me,
  changePassword,
  sessions,
  endSessions,
  ownEvents,
  browserKey,
  prepareTotp,
  confirmTotp,
  removeTotp,
};
