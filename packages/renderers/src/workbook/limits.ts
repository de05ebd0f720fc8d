import { isLegalSheetName } from "./sheet-names.ts";
import { LONGEST_TEXT } from "./text.ts";
import type { Cell, Merge, Message, NumberValue, Sheet, Validation, Workbook } from "./workbook.ts";

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/** Throws a RangeError at the first thing that would make a file which Excel calls damaged. */
export function requireWithinLimits(workbook: Workbook): void {
  const names = new Set(workbook.sheets.map((sheet) => sheet.name.toLowerCase()));
  require(names.size === workbook.sheets.length, "two sheets have the same name");
  require(workbook.sheets.some((sheet) => !sheet.hidden), "no sheet is visible");
  for (const sheet of workbook.sheets) checkSheet(sheet, workbook);
  for (const { name, sheet } of workbook.names ?? []) {
    require(isLegalDefinedName(name), `"${name}" cannot be the name of a range`);
    require(sheet === undefined ||
      names.has(sheet.toLowerCase()), `no sheet "${sheet}" for the name ${name}`);
  }
}

function checkSheet(sheet: Sheet, workbook: Workbook): void {
  require(isLegalSheetName(sheet.name), `"${sheet.name}" cannot be the name of a sheet`);
  require(sheet.rows.length - 1 <= LAST_ROW, `too many rows in "${sheet.name}"`);
  for (const row of sheet.rows) {
    require((row?.cells.length ?? 0) - 1 <= LAST_COLUMN, `too many columns in "${sheet.name}"`);
    for (const cell of row?.cells ?? []) if (cell !== undefined) checkCell(cell, workbook);
  }
  checkMerges(sheet.merges ?? [], sheet.name);
  for (const validation of sheet.validations ?? []) checkValidation(validation);
  for (const { style } of sheet.conditionalFormats ?? []) {
    require(Object.hasOwn(workbook.styles, style), `no style "${style}"`);
  }
  const { header = "", footer = "" } = sheet.print ?? {};
  require(Math.max(header.length, footer.length) <= 255, `header or footer too long in "${sheet.name}"`);
}

function checkCell({ value, style, note }: Cell, { styles }: Workbook): void {
  require(style === undefined || Object.hasOwn(styles, style), `no style "${style}"`);
  require((note?.length ?? 0) <= LONGEST_TEXT, "a note is too long");
  if (typeof value === "string") require(value.length <= LONGEST_TEXT, "the text of a cell is too long");
  else if (value === undefined) return;
  else if ("number" in value) checkNumber(value);
  else {
    require(value.formula !== "" && !value.formula.startsWith("="), "a formula is written without =");
    require(value.formula.length <= 8192, "a formula is too long");
    if (typeof value.cached === "object") checkNumber(value.cached);
  }
}

function checkNumber({ number }: NumberValue): void {
  require(isExactNumber(number), `"${number}" is not a number that a sheet can hold exactly`);
}

/** Whether a sheet, which keeps 15 digits, holds the decimal text as it is. */
export function isExactNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && significantDigits(text) <= 15;
}

function significantDigits(text: string): number {
  const digits = text.replaceAll(/[-.]/g, "").replace(/^0+/, "");
  return text.includes(".") ? digits.length : digits.replace(/0+$/, "").length;
}

function checkMerges(merges: readonly Merge[], sheet: string): void {
  const covered = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of merges) {
    require(rowSpan * columnSpan > 1, `a merge of one cell in "${sheet}"`);
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        const key = r * (LAST_COLUMN + 1) + c;
        require(!covered.has(key), `merges overlap in "${sheet}"`);
        covered.add(key);
      }
    }
  }
}

function checkValidation({ rule, prompt, error }: Validation): void {
  checkMessage(prompt, 255);
  checkMessage(error, 225);
  if (rule.type === "inline-list") {
    require(rule.values.join(",").length <= 255, "an inline list is too long: list a range instead");
    require(rule.values.every(
      (value) => !/[,"]/.test(value),
    ), "a value of an inline list has a comma or quote");
  }
}

function checkMessage(message: Message | undefined, longest: number): void {
  require((message?.title.length ?? 0) <= 32, `the title "${message?.title}" is too long`);
  require((message?.text.length ?? 0) <= longest, `the text "${message?.text}" is too long`);
}

function isLegalDefinedName(name: string): boolean {
  const looksLikeAddress = /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i.test(name);
  return /^[\p{L}_][\p{L}\p{N}_.]{0,254}$/u.test(name) && !looksLikeAddress;
}

function require(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new RangeError(otherwise);
}
