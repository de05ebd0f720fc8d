import { type CellInput, reportCell } from "./input.ts";

const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2099;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/u;
const OTHER = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;

/** A year of four digits, with or without 年. */
export function readYear(input: CellInput): number | undefined {
  const digits = /^(\d{4})年?(?:度)?$/u.exec(input.text.normalize("NFKC"))?.[1];
  const year = Number(digits);
  if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) return year;
  return reportCell(input, "implausible-year", {});
}

/** An ISO date. Dates of spreadsheets arrive as such; other unambiguous writings are read with a warning. */
export function readDate(input: CellInput): string | undefined {
  const text = input.text.normalize("NFKC").replace(/\s/gu, "");
  const iso = ISO.exec(text);
  const [, year = "", month = "", day = ""] = iso ?? OTHER.exec(text) ?? [];
  const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isCalendarDate(Number(year), Number(month), Number(day))) return reportCell(input, "not-a-date", {});
  if (iso === null) reportCell(input, "date-format", { value });
  return value;
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
