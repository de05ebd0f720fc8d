/** Longest text of one cell in characters (UTF-16 units). */
export const LONGEST_TEXT = 32_767;

const LONE_SURROGATE = /\p{Cs}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 cannot carry
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** The text without what a sheet cannot carry: control characters, half surrogate pairs; a line end is "\n". */
export function withoutControls(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(NOT_XML, "").replaceAll(LONE_SURROGATE, "");
}

/** The first `length` characters, never half a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replaceAll(LONE_SURROGATE, "");
}

/** Text that a spreadsheet would turn into a formula if a person typed it. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@]/.test(text);
}
