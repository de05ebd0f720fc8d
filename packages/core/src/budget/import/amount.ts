import { formatYuan, parseYuan } from "../../money/fen.ts";
import type { AmountUnit } from "./heading.ts";

/** An amount of an export as yuan with two decimals; undefined for what is no amount or finer than a fen. */
export function toYuanText(text: string, unit: AmountUnit): string | undefined {
  const plain = withSign(text.trim());
  const yuan = unit === "yuan" ? plain : timesTenThousand(plain);
  const amount = yuan === undefined ? undefined : parseYuan(yuan);
  return amount === undefined ? undefined : formatYuan(amount);
}

/** Accounts write what is negative in brackets: "(1,200.00)". */
function withSign(text: string): string {
  const amount = /^[(（](.+)[)）]$/u.exec(text)?.[1];
  return amount === undefined ? text : `-${amount}`;
}

/** Moves the decimal point four places: "12.3456789" → "123456.789". */
function timesTenThousand(text: string): string | undefined {
  const match = /^([+-]?)([\d,]+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = ""] = match;
  const moved = decimals.padEnd(4, "0");
  return `${sign}${whole.replaceAll(",", "")}${moved.slice(0, 4)}.${moved.slice(4)}0`;
}
