import { withoutGaps } from "../../grid/gaps.ts";
import { isFigure } from "../../pdf/cellText.ts";

/**
 * The text of a cell without the blanks that line breaks left in it: "上年结 转" and, where the pieces are one figure,
 * "20 00 0".
 */
export function cellText(raw: string): string {
  const line = raw.normalize("NFC").replace(/[ \t\r\n\u00a0]+/g, " ");
  const text = withoutGaps(line.trim());
  const closed = text.replace(/ /g, "");
  return closed !== text && /^[\d.,，%\s]+$/.test(text) && isFigure(closed) ? closed : text;
}
