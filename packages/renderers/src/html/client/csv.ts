const number = /^[+-]?[\d,]*\.?\d+%?$/;
/** What a spreadsheet program takes for the start of a formula. */
const formula = /^[=+\-@\t\r]/;

/** Comma-separated values with a byte order mark, as spreadsheet programs expect; no cell can become a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(csvCell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const inert = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
