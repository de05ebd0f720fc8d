import type { Cell } from "@mingzhang/core";
import { isExactNumber } from "../workbook/index.ts";
import { type Decimal, equal, formatDecimal, parseDecimal } from "./decimal.ts";

/** What a number cell holds, and the format that shows it exactly as it is printed. */
export interface Figure {
  readonly value: Decimal;
  readonly number: string;
  readonly numberFormat: string;
}

const PRINTED = /^(-?(?:0|[1-9]\d*)|-?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?(%?)$/;

/** Undefined where a number cell would not show the cell's text character by character: it is then written as text. */
export function toFigure({ text, number }: Cell): Figure | undefined {
  const match = PRINTED.exec(text);
  const stated = parseDecimal(number?.value ?? "");
  if (match === null || stated === undefined) return undefined;
  const [, whole = "", fraction = "", percent = ""] = match;
  const printed = parseDecimal(whole.replaceAll(",", "") + fraction);
  if (printed === undefined || !equal(printed, stated) || isNegativeZero(printed, text)) return undefined;
  const value = percent === "" ? printed : { ...printed, decimals: printed.decimals + 2 };
  const digits = formatDecimal(value);
  if (!isExactNumber(digits)) return undefined;
  const numberFormat = `${whole.includes(",") ? "#,##0" : "0"}${fraction.replaceAll(/\d/g, "0")}${percent}`;
  return { value, number: digits, numberFormat };
}

function isNegativeZero({ units }: Decimal, text: string): boolean {
  return units === 0n && text.startsWith("-");
}
