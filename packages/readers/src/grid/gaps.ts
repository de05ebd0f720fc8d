const WIDE = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’—…";
const GAP = new RegExp(`(?<=[${WIDE}()])[ \\u00a0]+(?=[${WIDE}()])`, "gu");

/** Blanks between wide characters come from broken lines or spread letters; the words have none. */
export function withoutGaps(text: string): string {
  return text.replace(GAP, "");
}
