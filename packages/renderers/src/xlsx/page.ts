import { PAGE_NUMBER_FOOTER, type PrintSettings } from "../workbook/index.ts";

/** Half-width characters of the default font across an A4 page within the margins. */
export const PAGE_WIDTH = { portrait: 84, landscape: 126 } as const;
/** What one step of indentation takes of a cell. */
export const INDENT_WIDTH = 2;
const MARGINS = { top: 0.7, right: 0.6, bottom: 0.7, left: 0.6 } as const;

export function printSettings(
  orientation: PrintSettings["orientation"],
  area: string,
  titleRows?: readonly [number, number],
): PrintSettings {
  return { orientation, area, margins: MARGINS, footer: PAGE_NUMBER_FOOTER, ...(titleRows && { titleRows }) };
}
