import { type Fen, parseYuan } from "../../../money/fen.ts";
import type { ColumnType } from "../../schema.ts";
import { type CellInput, reportCell } from "./input.ts";

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;
const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/iu;
/** Below this many digits no spreadsheet shows the error of binary fractions. */
const NOISY_DIGITS = 15;

/** An amount in yuan with at most two decimals; negative only in a column of signed amounts. */
export function readAmount(input: CellInput<Extract<ColumnType, { kind: "amount" }>>): Fen | undefined {
  const decimal = input.type.signed === true ? readSigned(input) : readDecimal(input);
  if (decimal === undefined) return undefined;
  return parseYuan(decimal) ?? reportCell(input, "too-many-decimals", {});
}

/** A count, not negative. */
export function readInteger(input: CellInput): number | undefined {
  const decimal = readDecimal(input);
  if (decimal === undefined) return undefined;
  return /^\d{1,9}$/u.test(decimal) ? Number(decimal) : reportCell(input, "not-an-integer", {});
}

/** A number that is not negative, as decimal text without grouping or needless zeros. */
export function readDecimal(input: CellInput): string | undefined {
  const value = readSigned(input);
  return value?.startsWith("-") === true ? reportCell(input, "negative", {}) : value;
}

function readSigned(input: CellInput): string | undefined {
  const text = input.text.normalize("NFKC");
  if (SCIENTIFIC.test(text)) return reportCell(input, "scientific-notation", {});
  if (!NUMBER.test(text)) return reportCell(input, "not-a-number", {});
  const plain = text.replaceAll(",", "").replace(/^\+/u, "");
  const value = canonical(input.kind === "number" ? withoutNoise(plain) : plain);
  if (text !== input.text) reportCell(input, "full-width", { value });
  else if (input.kind === "text" && input.spot.typed === true) reportCell(input, "number-as-text", { value });
  return value;
}

/** "-0012.50" → "-12.5"; minus zero is zero. */
export function canonical(decimal: string): string {
  const [whole = "", fraction = ""] = decimal.replace(/^-/u, "").split(".");
  const digits = fraction.replace(/0+$/u, "");
  const magnitude = whole.replace(/^0+(?=\d)/u, "") + (digits === "" ? "" : `.${digits}`);
  return decimal.startsWith("-") && magnitude !== "0" ? `-${magnitude}` : magnitude;
}

/** Spreadsheets compute in binary fractions: 0.1 + 0.2 is stored as 0.30000000000000004 and means 0.3. */
function withoutNoise(decimal: string): string {
  const [, sign = "", whole = "", cents = "", rest = ""] = /^(-?)(\d+)\.(\d\d)(\d+)$/u.exec(decimal) ?? [];
  const significant = (whole + cents + rest).replace(/^0+/u, "").length;
  if (significant < NOISY_DIGITS || !/^(?:0{4}|9{4})/u.test(rest)) return decimal;
  const hundredths = BigInt(whole + cents) + (rest.startsWith("9") ? 1n : 0n);
  const digits = hundredths.toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
