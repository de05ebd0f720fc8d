/** An English translation behind the Chinese words, or on the line below: 收入总计 Total revenue. */
const TRANSLATION = /(?<=\p{Script=Han}[)）]?)[\s/]+[A-Za-z][A-Za-z\s,&'’()./-]{2,}$/u;

/** Comparison form of printed words: NFKC, no blanks, no translation, one kind of quotes and brackets. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(TRANSLATION, "")
    .replace(/[\s\u200b\ufeff]+/gu, "")
    .replace(/[〔【[]/gu, "(")
    .replace(/[〕】\]]/gu, ")")
    .replace(/["'“”‘’「」]/gu, "");
}

const NUMBERING =
  /^(?:其中[:：]?)?(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])/u;

/** A label without its number: "一、一般公共预算拨款收入" → "一般公共预算拨款收入". */
export function withoutNumber(text: string): string {
  return plain(text)
    .replace(/^其中[:：]?/u, "")
    .replace(NUMBERING, "");
}

/**
 * How deep a label's number stands: 0 for 一、, 1 for （一）, 2 for 1. and below; undefined for a label without one.
 */
export function numberingLevel(text: string): number | undefined {
  const label = plain(text).replace(/^其中[:：]?/u, "");
  if (/^[一二三四五六七八九十]{1,3}[、.．]/u.test(label)) return 0;
  if (/^[(（][一二三四五六七八九十]{1,3}[)）]/u.test(label)) return 1;
  if (/^\d{1,2}[.．、](?!\d)/u.test(label)) return 2;
  return /^(?:[(（]\d{1,2}[)）]|[①-⑳])/u.test(label) ? 3 : undefined;
}

/** Whether a label says that it is not to be added: a part of another, or another way of counting it (扣除…后). */
export function isOfWhich(text: string): boolean {
  return /^其中|扣除/u.test(plain(text));
}
