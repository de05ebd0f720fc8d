import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { passwordStrength, SHORTEST_PASSWORD } from "../api/password-strength.ts";
import type { SecretBytes } from "../api/secret.ts";
import { invalid } from "../http/refusal.ts";

/** OWASP's recommendation for argon2id; the library's default algorithm. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: Uint8Array): Promise<string> {
  return normalised(password, (bytes) => hash(bytes, OPTIONS));
}

/** Whether it is the password; takes the same time where there is no such account. */
export async function isPassword(password: Uint8Array, hashed: string | undefined): Promise<boolean> {
  const known = hashed ?? (await placeholder());
  const right = await normalised(password, (bytes) => verify(known, bytes));
  return right && hashed !== undefined;
}

/**
 * A password as it is hashed: NFKC. ASCII is its own; for others there is a string for a moment, which is left to the
 * garbage collector, because nothing normalises bytes.
 */
async function normalised<Result>(
  password: Uint8Array,
  use: (bytes: Uint8Array) => Promise<Result>,
): Promise<Result> {
  if (password.every((byte) => byte < 0x80)) return use(password);
  const bytes = Buffer.from(textOf(password).normalize("NFKC"));
  try {
    return await use(bytes);
  } finally {
    bytes.fill(0);
  }
}

/** A secret as a string, which nobody can overwrite: for what has no other form, or is none for long. */
export function textOf(secret: Uint8Array): string {
  return Buffer.from(secret.buffer, secret.byteOffset, secret.length).toString("utf8");
}

let made: Promise<string> | undefined;
function placeholder(): Promise<string> {
  made ??= hashPassword(Buffer.from("nobody's"));
  return made;
}

/** Refuses a password that is easily guessed. */
export function requireStrong(password: Uint8Array, account: string, name: string): void {
  const points = pointsOfUtf8(password);
  const strength = passwordStrength(points, account, name);
  points.fill(0);
  if (strength === "short") {
    throw invalid(
      `密码至少${SHORTEST_PASSWORD}个字符。`,
      `A password has ${SHORTEST_PASSWORD} characters or more.`,
    );
  }
  if (strength === "guessable") {
    throw invalid(
      "这个密码太容易猜到：不要用常见密码，也不要含账号或姓名。",
      "This password is easily guessed: no common one, and without account or name.",
    );
  }
}

/** The code points of well-formed UTF-8. */
function pointsOfUtf8(bytes: Uint8Array): number[] {
  const points: number[] = [];
  for (const byte of bytes) {
    const isFollowing = (byte & 0xc0) === 0x80;
    if (isFollowing) points.push(((points.pop() ?? 0) << 6) | (byte & 0x3f));
    else points.push(byte < 0x80 ? byte : byte & (byte >= 0xf0 ? 0x07 : byte >= 0xe0 ? 0x0f : 0x1f));
  }
  return points;
}

/** Letters and digits that are not mistaken for each other. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const HYPHEN = "-".charCodeAt(0);

/** A password to be changed at the first sign-in, in ASCII; 80 bits. */
export function oneTimePassword(): SecretBytes {
  const letter = () => ALPHABET.charCodeAt(randomInt(ALPHABET.length));
  return Uint8Array.from({ length: 19 }, (_, at) => (at % 5 === 4 ? HYPHEN : letter()));
}
