/** The letters of a column counted from 0: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** "C5" of a row and a column counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A2:A1600", first and last cell counted from 0. */
export function rangeAddress(row: number, column: number, lastRow: number, lastColumn: number): string {
  return `${cellAddress(row, column)}:${cellAddress(lastRow, lastColumn)}`;
}

/** "$A$2:$A$1600" of "A2:A1600". */
export function absolute(address: string): string {
  return address.replaceAll(/\$?([A-Z]+)\$?(\d+)/g, "$$$1$$$2");
}

/** A cell or range of a named sheet, quoted so that every legal sheet name works: "'表一'!$A$1". */
export function reference(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}
