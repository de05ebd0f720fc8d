import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { passwordStrength, SHORTEST_PASSWORD } from "../api/password-strength.ts";
import { invalid } from "../http/refusal.ts";

/** OWASP's recommendation for argon2id; the library's default algorithm. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), OPTIONS);
}

/** Whether it is the password; takes the same time where there is no such account. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  const right = await verify(hashed ?? (await placeholder()), password.normalize("NFKC"));
  return right && hashed !== undefined;
}

let made: Promise<string> | undefined;
function placeholder(): Promise<string> {
  made ??= hashPassword("nobody's");
  return made;
}

/** Refuses a password that is easily guessed. */
export function requireStrong(password: string, account: string, name: string): void {
  const strength = passwordStrength(password, account, name);
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

/** Letters and digits that are not mistaken for each other. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to be changed at the first sign-in; 80 bits. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
