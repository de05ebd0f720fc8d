/** From the weakest on; the first two are refused. */
export const PASSWORD_STRENGTHS = ["short", "guessable", "fair", "strong"] as const;
export type PasswordStrength = (typeof PASSWORD_STRENGTHS)[number];

/** Characters of a password, blanks in a row as one. */
export const SHORTEST_PASSWORD = 12;
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
const STRONG_OWN = 14;

/** How strong a password is for a person: the server's rule, and what the pages show while it is typed. */
export function passwordStrength(password: string, account: string, name: string): PasswordStrength {
  const plain = password.toLowerCase();
  if ([...password.replace(/ {2,}/g, " ")].length < SHORTEST_PASSWORD) return "short";
  const naming = [account, name].some((word) => word.length > 1 && plain.includes(word.toLowerCase()));
  const own = ownLength(plain);
  if (naming || own < FEWEST_OWN) return "guessable";
  return own < STRONG_OWN ? "fair" : "strong";
}

/** How many characters are its own: none where it is of the families that lists of stolen passwords are full of. */
function ownLength(plain: string): number {
  if (COMMON.test(plain) || repeatsItself(plain)) return 0;
  let own = plain.replace(WORDS, " ");
  for (let start = 0; start < own.length; ) {
    const length = walkAt(own, start);
    own = own.slice(0, start) + own.slice(start + length);
    if (length === 0) start++;
  }
  return own.replace(/[\s!@#$%^&*.?_-]/g, "").length;
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
