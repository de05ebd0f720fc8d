/** First characters of each initial in the order of the pronunciation, as browsers sort Chinese. */
const FIRST = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨他屲夕丫帀";
const LETTERS = "abcdefghjklmnopqrstwxyz";

const collator = new Intl.Collator("zh-CN-u-co-pinyin");
const known = new Map<string, string>();

/** The initials of the words in a text as people type them, e.g. 办公费 → bgf; other characters stand for themselves. */
export function pinyinInitials(text: string): string {
  return [...text].map(initialOf).join("");
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  const found = known.get(character);
  if (found !== undefined) return found;
  let letter = "";
  for (const [index, first] of [...FIRST].entries()) {
    if (collator.compare(first, character) > 0) break;
    letter = LETTERS[index] ?? "";
  }
  known.set(character, letter);
  return letter;
}
