import { fromCsvCell, toCsvCell } from "@mingzhang/core";

/**
 * Reads what spreadsheets and `writeCells` put on the clipboard: tabs and lines, quotes around cells with tabs, lines
 * or quotes.
 */
export function parseCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  while (at < plain.length) {
    let cell = "";
    if (plain[at] === '"' && closesQuote(plain, at)) {
      at++;
      while (plain[at] !== '"' || plain[at + 1] === '"') {
        if (plain[at] === '"') at++;
        cell += plain[at];
        at++;
      }
      at++;
    } else {
      const end = plain.slice(at).search(/[\t\n]/);
      cell = end < 0 ? plain.slice(at) : plain.slice(at, at + end);
      at += cell.length;
    }
    row.push(fromCsvCell(cell));
    if (plain[at] === "\t" && at + 1 === plain.length) row.push("");
    if (plain[at] === "\n" || at >= plain.length) {
      rows.push(row);
      row = [];
    }
    at++;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Whether a quote at the start of a cell is closed before a tab, a line's end or the end of the text. */
function closesQuote(text: string, start: number): boolean {
  return /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(text.slice(start));
}

/** For the clipboard: no cell becomes a formula where it is pasted, and `parseCells` gives every text back. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(toCsvCell).map(quoted).join("\t")).join("\n");
}
