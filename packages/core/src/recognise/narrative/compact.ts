/** Text without blanks and quotation marks and with one kind of brackets and digits, each character with its origin. */
export interface Compact {
  readonly text: string;
  /** Index in the printed text of each character of `text`; one more for the end. */
  readonly origin: readonly number[];
}

const ONE_KIND: Readonly<Record<string, string>> = {
  "（": "(",
  "〔": "(",
  "【": "(",
  "[": "(",
  "）": ")",
  "〕": ")",
  "】": ")",
  "]": ")",
  "：": ":",
  "；": ";",
  "％": "%",
  "．": ".",
  "－": "-",
  "−": "-",
};

/** The form in which sentences are read; `origin` leads back to the words on the page. */
export function compact(printed: string): Compact {
  const characters: string[] = [];
  const origin: number[] = [];
  for (let index = 0; index < printed.length; index++) {
    const character = printed[index] ?? "";
    if (/[\s\u200b\ufeff"'“”‘’「」]/u.test(character)) continue;
    const one = ONE_KIND[character] ?? (/[０-９]/u.test(character) ? character.normalize("NFKC") : character);
    characters.push(one);
    origin.push(index);
  }
  origin.push(printed.length);
  return { text: characters.join(""), origin };
}

/** The printed words of a span of the compact text. */
export function printedSpan(printed: string, { origin }: Compact, start: number, end: number): string {
  const last = end > start ? (origin[end - 1] ?? 0) + 1 : (origin[start] ?? 0);
  return printed.slice(origin[start] ?? 0, last).trim();
}
