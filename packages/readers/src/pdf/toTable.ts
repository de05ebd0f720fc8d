import { cellText } from "./cellText.ts";
import { countHeaderRows } from "./headerRows.ts";
import type { Piece, PieceCell } from "./piece.ts";
import type { Surroundings, Table, TableCell, TableRow } from "./table.ts";

/** The text of a piece, with the titles lifted that are printed inside its frame. */
export function tableOf(piece: Piece, around: Surroundings): Table {
  const all = piece.rows.map(
    (row): TableRow => ({ cells: row.cells.map((cell) => textCell(cell, row.page)) }),
  );
  const titles = titleRows(all, piece.xs.length - 1);
  const rows = all.slice(titles);
  return {
    ...withTitles(around, all.slice(0, titles)),
    page: piece.page,
    lastPage: piece.page,
    box: piece.box,
    xs: piece.xs,
    lastXs: piece.xs,
    landscape: piece.landscape,
    headerRows: countHeaderRows(rows),
    rows,
  };
}

function textCell({ column, colSpan, rowSpan, box, lines }: PieceCell, page: number): TableCell {
  const first = lines[0];
  const last = lines.at(-1);
  return {
    column,
    colSpan,
    rowSpan,
    box,
    page,
    text: cellText(lines, box),
    inset: first === undefined ? 0 : Math.max(0, (first.left - box.left) / first.size),
    full: last !== undefined && last.right > box.right - 1.6 * last.size,
  };
}

/** First rows that are one cell over the whole width: a title, or a line with the unit, drawn inside the frame. */
function titleRows(rows: readonly TableRow[], columns: number): number {
  let count = 0;
  while (count < rows.length - 2 && isTitleRow(rows[count], columns)) count++;
  return count;
}

function isTitleRow(row: TableRow | undefined, columns: number): boolean {
  const cells = row?.cells ?? [];
  const [cell] = cells;
  if (columns < 2 || cell === undefined) return false;
  if (cells.some((other) => other.rowSpan > 1)) return false;
  const filled = cells.filter((other) => other.text !== "");
  if (cells.length === 1) return cell.colSpan === columns && filled.length === 1;
  return filled.length > 0 && filled.length <= 3 && filled.every((other) => /[:：]/.test(other.text));
}

function withTitles(around: Surroundings, titles: readonly TableRow[]): Surroundings {
  let result = around;
  for (const { cells } of titles) {
    const filled = cells.filter((cell) => cell.text !== "");
    const [first, ...others] = filled;
    if (first === undefined) continue;
    const last = others.at(-1);
    if (last !== undefined) result = { ...result, aboveLeft: first.text, aboveRight: last.text };
    else if (/[:：]/.test(first.text)) result = { ...result, aboveLeft: first.text };
    else if (result.caption === "") result = { ...result, caption: first.text };
  }
  return result;
}
