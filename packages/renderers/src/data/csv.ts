import { toCsvCell } from "@mingzhang/core";

/** Rows as CSV (RFC 4180, UTF-8, LF); no cell becomes a formula. */
export function toCsv(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`${rows.map((row) => row.map(toField).join(",")).join("\n")}\n`);
}

function toField(value: string): string {
  const cell = toCsvCell(value);
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
