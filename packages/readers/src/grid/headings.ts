import { SECTION, SUBSECTION } from "../pdf/blocks.ts";

const LONGEST = 50;

/** The level of a heading by its numbering, as the PDF reader tells it; undefined for what is no numbered heading. */
export function headingLevel(text: string): 2 | 3 | undefined {
  if (text.length > LONGEST || /[。；，,;…]|\.{4}/.test(text)) return undefined;
  if (SUBSECTION.test(text) && !/[\d：:]/.test(text)) return 3;
  return SECTION.test(text) && !/[：:]/.test(text) ? 2 : undefined;
}
