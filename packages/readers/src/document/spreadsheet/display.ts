import { type CellObject, SSF } from "@e965/xlsx";
import type { CellNumber } from "@mingzhang/core";
import { decimalText } from "../../ledger/decimal-text.ts";
import { cellNumber } from "../../pdf/number.ts";

export interface Displayed {
  /** As the spreadsheet shows it, its number format applied. */
  readonly text: string;
  readonly number?: CellNumber;
  /** Depth that leading blanks stand for. */
  readonly indent: number;
}

/** What a cell shows, and the exact number behind a figure. */
export function display(cell: CellObject): Displayed {
  const { t: type, v: value } = cell;
  if (typeof value === "number" && type === "n") return figure(value, cell);
  const shown = type === "e" ? (cell.w ?? "#VALUE!") : String(cell.w ?? value ?? "");
  const text = shown
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/\u00a0/g, " ");
  const leading = /^[ \u3000]*/.exec(text)?.[0] ?? "";
  return { text: text.trim(), indent: indentOf(leading) };
}

/** Two narrow blanks or one wide one are a step. */
function indentOf(leading: string): number {
  const wide = leading.replaceAll(" ", "").length;
  return Math.floor(wide + (leading.length - wide) / 2);
}

function figure(value: number, cell: CellObject): Displayed {
  const exact = decimalText(value);
  if (exact === undefined) return { text: "#NUM!", indent: 0 };
  const text = shownFigure(value, exact, cell);
  if (SSF.is_date(String(cell.z ?? "General"))) return { text, indent: 0 };
  return { text, number: exactNumber(value, exact, text), indent: 0 };
}

/** Files without displayed texts give the plain number; long codes are not shown in powers of ten. */
function shownFigure(value: number, exact: string, { w, z }: CellObject): string {
  const format = String(z ?? "General");
  if (w === undefined || w === String(value)) return formatted(value, format) ?? exact;
  return format === "General" && /\dE[+-]/.test(w) ? exact : w.trim();
}

function formatted(value: number, format: string): string | undefined {
  if (format === "General") return undefined;
  try {
    return SSF.format(format, value).trim();
  } catch {
    return undefined;
  }
}

/** The stored value, with at least the decimals that are shown. */
function exactNumber(value: number, exact: string, text: string): CellNumber {
  const shown = cellNumber(text);
  if (shown === undefined) return { value: exact, decimals: decimalsOf(exact) };
  const isPercent = shown.percent === true;
  const whole = isPercent ? (decimalText(value * 100) ?? exact) : exact;
  return {
    value: padded(whole, shown.decimals),
    decimals: shown.decimals,
    ...(isPercent && { percent: true }),
  };
}

function decimalsOf(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

function padded(value: string, decimals: number): string {
  const missing = decimals - decimalsOf(value);
  if (missing <= 0) return value;
  return `${value}${value.includes(".") ? "" : "."}${"0".repeat(missing)}`;
}
