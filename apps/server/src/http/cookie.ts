import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const NAME = "mingzhang";
const TOKEN = /^[0-9a-f]{64}$/;

/** The session's token as the database keeps it: its digest. */
export function tokenHashOf(context: Context): Buffer | undefined {
  const token = getCookie(context, NAME);
  return token === undefined || !TOKEN.test(token) ? undefined : hashOf(token);
}

export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString("hex");
  return { token, hash: hashOf(token) };
}

export function keepToken(context: Context, token: string, secure: boolean): void {
  setCookie(context, NAME, token, { httpOnly: true, sameSite: "Strict", path: "/", secure });
}

export function forgetToken(context: Context): void {
  deleteCookie(context, NAME, { path: "/" });
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
