/** From the weakest on; the first two are refused. */
export const PASSWORD_STRENGTHS = ["short", "guessable", "fair", "strong"] as const;
export type PasswordStrength = (typeof PASSWORD_STRENGTHS)[number];

/** Characters of a password, blanks in a row as one. */
export const SHORTEST_PASSWORD = 12;

/** A text as its code points: of a password no string is made, because an array can be overwritten. */
type Points = readonly number[];

export function pointsOf(text: string): Points {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

const words = (text: string): readonly Points[] => text.split(" ").map(pointsOf);
const COMMON = words("password 123456 qwerty abc123 letmein mima admin");
/** The first of those that begin at a place is the one that counts. */
const WORDS = words(
  "passw0rd welcome iloveyou changeme woaini wobuzhidao 1314520 5201314 caiwu caizheng yusuan sunshine football " +
    "baseball princess superman monkey dragon master shadow michael computer internet secret login guest root test " +
    "user love",
);
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
].map(pointsOf);
/** Keys side by side, either way. */
const WALKS = ROWS.flatMap((row) => [row, row.toReversed()]);
const SHORTEST_WALK = 4;
/** What must be left of a password without common words and walks over the keyboard. */
const FEWEST_OWN = 6;
const STRONG_OWN = 14;
const BLANK = 0x20;
const MARKS: ReadonlySet<number> = new Set(pointsOf("!@#$%^&*.?_-"));

/**
 * How strong a password is for a person, by its code points: the server's rule, and what the pages show while it is
 * typed. What is made of the password on the way is overwritten.
 */
export function passwordStrength(password: Points, account: string, name: string): PasswordStrength {
  if (
    password.filter((point, at) => point !== BLANK || password[at - 1] !== BLANK).length < SHORTEST_PASSWORD
  )
    return "short";
  const plain = inLowerCase(password);
  const isNaming = [account, name].some(
    (word) => word.length > 1 && placeOf(inLowerCase(pointsOf(word)), plain) >= 0,
  );
  const own = isNaming ? 0 : ownLength(plain);
  plain.fill(0);
  if (own < FEWEST_OWN) return "guessable";
  return own < STRONG_OWN ? "fair" : "strong";
}

/** How many characters are its own: none where it is of the families that lists of stolen passwords are full of. */
function ownLength(plain: Points): number {
  if (COMMON.some((word) => placeOf(word, plain) >= 0) || repeatsItself(plain)) return 0;
  const own = withoutWords(plain);
  for (let start = 0; start < own.length; ) {
    const length = walkAt(own, start);
    own.copyWithin(start, start + length);
    own.length -= length;
    if (length === 0) start++;
  }
  const left = own.filter((point) => !MARKS.has(point) && !isBlank(point)).length;
  own.fill(0);
  return left;
}

/** A blank in the place of each common word. */
function withoutWords(plain: Points): number[] {
  const rest: number[] = [];
  for (let at = 0; at < plain.length; ) {
    const word = WORDS.find((one) => standsAt(one, plain, at));
    rest.push(word === undefined ? (plain[at] ?? 0) : BLANK);
    at += word?.length ?? 1;
  }
  return rest;
}

const LONGEST_UNIT = 8;

/** Whether it is a few characters over and over. */
function repeatsItself(plain: Points): boolean {
  const units = Array.from({ length: LONGEST_UNIT }, (_, index) => index + 1);
  return units.some((unit) => plain.every((point, at) => at < unit || point === plain[at - unit]));
}

/** How long a walk over the keyboard begins here; 0: none. */
function walkAt(text: Points, start: number): number {
  const longest = text.length - start;
  const isWalk = (length: number) => WALKS.some((walk) => placeOf(text, walk, start, length) >= 0);
  if (longest < SHORTEST_WALK || !isWalk(SHORTEST_WALK)) return 0;
  let length = SHORTEST_WALK;
  while (length < longest && isWalk(length + 1)) length++;
  return length;
}

/** Where a part of a text (the whole, unless `from` and `length` say which) first stands in another; -1: nowhere. */
function placeOf(part: Points, whole: Points, from = 0, length = part.length): number {
  for (let at = 0; at + length <= whole.length; at++) if (standsAt(part, whole, at, from, length)) return at;
  return -1;
}

function standsAt(part: Points, whole: Points, at: number, from = 0, length = part.length): boolean {
  for (let index = 0; index < length; index++) if (whole[at + index] !== part[from + index]) return false;
  return true;
}

/** Character by character; a single one says nothing of the text. */
function inLowerCase(text: Points): number[] {
  return text.flatMap((point) => pointsOf(String.fromCodePoint(point).toLowerCase()));
}

function isBlank(point: number): boolean {
  return /\s/.test(String.fromCodePoint(point));
}
