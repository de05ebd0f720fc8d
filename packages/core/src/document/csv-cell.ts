/** More than one character that a spreadsheet takes for the start of a formula, in any width, also behind apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]./su;
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;

/**
 * A text as it stands in a CSV file that people open in a spreadsheet: one that would become a formula gets an
 * apostrophe in front. Numbers with a sign stay numbers. `fromCsvCell` gives the text back.
 */
export function toCsvCell(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text behind what `toCsvCell` wrote; any other text as it is. */
export function fromCsvCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
