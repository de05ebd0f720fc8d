import { type FlowLine, type FlowTable, flowLine, type SourceCell, type SourceRow } from "./flow.ts";

/** First rows that are a title or a line with body and unit, drawn inside the frame of the table. */
export function withoutTitleRows(table: FlowTable): { table: FlowTable; titles: FlowLine[] } {
  const { rows, width } = table;
  let count = 0;
  while (count < rows.length - 2 && isTitleRow(rows[count] ?? [], width)) count++;
  if (count === 0) return { table, titles: [] };
  const titles = rows.slice(0, count).map((row) => rowLine(row, width));
  const declared =
    table.headerRows === undefined ? {} : { headerRows: Math.max(0, table.headerRows - count) };
  return { table: { ...table, ...declared, rows: rows.slice(count) }, titles };
}

function isTitleRow(row: SourceRow, width: number): boolean {
  const [cell] = row;
  if (width < 2 || cell === undefined || row.some((other) => other.rowSpan > 1)) return false;
  const filled = row.filter((other) => other.text !== "");
  if (row.length === 1) return cell.colSpan === width && filled.length === 1;
  return filled.length > 0 && filled.length <= 3 && isLabelled(filled);
}

/** Every text is "name: value" or follows a name that ends with a colon. */
export function isLabelled(cells: readonly SourceCell[]): boolean {
  return cells.every(({ text }, index) => /[:：]/.test(text) || /[:：]$/.test(cells[index - 1]?.text ?? ""));
}

/** A row as a line; a text alone in the right half stands right. */
export function rowLine(row: SourceRow, width: number): FlowLine {
  const filled = row.filter((cell) => cell.text !== "");
  const texts = filled.map((cell) => cell.text);
  const [first] = filled;
  const isRight = filled.length === 1 && first !== undefined && first.column * 2 > width;
  const place = first?.place === undefined ? {} : { place: first.place };
  return flowLine(texts.join("　"), { parts: isRight ? ["", ...texts] : texts, ...place });
}
