// The rule of core's toCsvCell, which this script in a page cannot import; a test compares the two.
const number = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;
const formula = /^'*[=+\-@\t\r\n＝＋－＠]./su;

/** Comma-separated values with a byte order mark, as spreadsheet programs expect; no cell can become a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(csvCell).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function csvCell(text: string): string {
  const inert = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
