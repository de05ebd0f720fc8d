import { countHeaderRows, isDataRow } from "../pdf/headerRows.ts";
import type { TableRow } from "../pdf/table.ts";
import type { SourceRow } from "./flow.ts";

/** How many of the first rows head the columns, by the rule that the PDF reader follows. */
export function headerRowsOf(rows: readonly SourceRow[]): number {
  return countHeaderRows(rows.slice(0, MOST_HEADER_ROWS).map(asPrinted));
}

export function isData(row: SourceRow): boolean {
  return isDataRow(asPrinted(row));
}

/** Rows looked at: headers are few, tables may have many thousands of rows. */
const MOST_HEADER_ROWS = 60;
const NOWHERE = { left: 0, top: 0, right: 0, bottom: 0 };

/** The rule asks for columns, spans and texts only; a place on the page is what other formats do not have. */
function asPrinted(row: SourceRow): TableRow {
  return {
    cells: row.map(({ column, colSpan, rowSpan, text }) => ({
      column,
      colSpan,
      rowSpan,
      text,
      page: 1,
      box: NOWHERE,
      inset: 0,
      full: false,
    })),
  };
}
