import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { invalid } from "../http/refusal.ts";

/** OWASP's recommendation for argon2id; the library's default algorithm. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 12;
const COMMON = /password|123456|qwerty|abc123|letmein|mima|admin/;
const WORDS =
  /passw0rd|welcome|iloveyou|changeme|woaini|wobuzhidao|1314520|5201314|caiwu|caizheng|yusuan|sunshine|football|baseball|princess|superman|monkey|dragon|master|shadow|michael|computer|internet|secret|login|guest|root|test|user|love/g;
const ROWS = [
  "1234567890-=",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "abcdefghijklmnopqrstuvwxyz",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1b2c3d4e5f6g7h8i9",
  "a1s2d3f4g5h6j7k8l9",
  "zaq12wsxcde34rfvbgt5",
  "qazwsxedcrfvtgbyhnujm",
  "11223344556677889900",
  "1a2b3c4d5e6f7g8h9i",
];
/** Keys side by side, either way. */
const WALKS = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
const SHORTEST_WALK = 4;
/** What must be left of a password without common words and walks over the keyboard. */
const FEWEST_OWN = 6;

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
  const plain = password.toLowerCase();
  if ([...password.replace(/ {2,}/g, " ")].length < SHORTEST) {
    throw invalid(`密码至少${SHORTEST}个字符。`, `A password has ${SHORTEST} characters or more.`);
  }
  const naming = [account, name].some((word) => word.length > 1 && plain.includes(word.toLowerCase()));
  if (naming || isCommon(plain)) {
    throw invalid(
      "这个密码太容易猜到：不要用常见密码，也不要含账号或姓名。",
      "This password is easily guessed: no common one, and without account or name.",
    );
  }
}

/** Whether it is of the families that lists of stolen passwords are full of. */
function isCommon(plain: string): boolean {
  if (COMMON.test(plain) || repeatsItself(plain)) return true;
  let own = plain.replace(WORDS, " ");
  for (let start = 0; start < own.length; ) {
    const length = walkAt(own, start);
    own = own.slice(0, start) + own.slice(start + length);
    if (length === 0) start++;
  }
  return own.replace(/[\s!@#$%^&*.?_-]/g, "").length < FEWEST_OWN;
}

const LONGEST_UNIT = 8;

/** Whether it is a few characters over and over. */
function repeatsItself(plain: string): boolean {
  const units = Array.from({ length: LONGEST_UNIT }, (_, index) => index + 1);
  return units.some((unit) => plain.slice(unit) === plain.slice(0, -unit));
}

/** How long a walk over the keyboard begins here; 0: none. */
function walkAt(text: string, start: number): number {
  let length = SHORTEST_WALK;
  const isWalk = () => WALKS.some((walk) => walk.includes(text.slice(start, start + length)));
  if (start + length > text.length || !isWalk()) return 0;
  while (start + length < text.length && isWalk()) length++;
  return isWalk() ? length : length - 1;
}

/** Letters and digits that are not mistaken for each other. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to be changed at the first sign-in; 80 bits. */
export function oneTimePassword(): string {
  const letters = Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
