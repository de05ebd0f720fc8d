import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const NAME = "mingzhang";
const HOST_ONLY = { prefix: "host" } as const;
const TOKEN = /^[0-9a-f]{64}$/;

/** The session's token as the database keeps it: its digest. Over https no cookie that another host set is taken. */
export function tokenHashOf(context: Context, secure: boolean): Buffer | undefined {
  const token = secure ? getCookie(context, NAME, HOST_ONLY.prefix) : getCookie(context, NAME);
  return token === undefined || !TOKEN.test(token) ? undefined : hashOf(token);
}

export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString("hex");
  return { token, hash: hashOf(token) };
}

export function keepToken(context: Context, token: string, secure: boolean): void {
  setCookie(context, NAME, token, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    secure,
    ...(secure && HOST_ONLY),
  });
}

export function forgetToken(context: Context, secure: boolean): void {
  deleteCookie(context, NAME, { path: "/", secure, ...(secure && HOST_ONLY) });
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
