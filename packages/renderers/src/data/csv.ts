const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;

/** Rows as CSV (RFC 4180, UTF-8, LF). A text that a spreadsheet would take for a formula gets a leading apostrophe. */
export function toCsv(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`${rows.map((row) => row.map(toField).join(",")).join("\n")}\n`);
}

function toField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
