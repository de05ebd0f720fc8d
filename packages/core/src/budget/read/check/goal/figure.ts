import type { OperatorId } from "../../../terms.ts";
import { toScaled } from "../decimal.ts";

/** A figure that a goal text states after a name. */
export interface StatedFigure {
  /** Absent: the text gives a number and no relation (“达到100%”). */
  readonly operator?: OperatorId;
  /** In millionths, with 万 and 亿 multiplied out. */
  readonly value: bigint;
  /** The figure as written, with its relation and unit. */
  readonly text: string;
}

/** Words before a number, and words after it, with the relation that they mean. */
const BEFORE: Readonly<Record<string, OperatorId>> = {
  "≥": "≥",
  "≤": "≤",
  ">=": "≥",
  "<=": "≤",
  "=": "=",
  ">": ">",
  "<": "<",
  不低于: "≥",
  不少于: "≥",
  不小于: "≥",
  至少: "≥",
  大于等于: "≥",
  不超过: "≤",
  不高于: "≤",
  不大于: "≤",
  不多于: "≤",
  小于等于: "≤",
  大于: ">",
  超过: ">",
  高于: ">",
  小于: "<",
  低于: "<",
  等于: "=",
};
const AFTER: Readonly<Record<string, OperatorId>> = { 以上: "≥", 以下: "≤", 以内: "≤", 之内: "≤" };

const WORDS = Object.keys(BEFORE)
  .sort((a, b) => b.length - a.length)
  .join("|");
const FIGURE = new RegExp(
  `^(?:达到|达|为|是|保持在?|控制在|[:])*(${WORDS})?(\\d+(?:,\\d{3})*(?:\\.\\d+)?)` +
    `([万亿]?(?:[%‰]|\\p{Script=Han}{0,3}?)?)及?(${Object.keys(AFTER).join("|")})?(?![-~–—.]\\d)(?=[^\\p{L}\\p{N}]|$)`,
  "u",
);

/** Reads the figure at the start of a text that is normalised and has no blanks. */
export function readFigure(text: string): StatedFigure | undefined {
  const match = FIGURE.exec(text);
  if (match === null) return undefined;
  const [whole, before = "", number = "", unit = "", after = ""] = match;
  const value = scaledValue(number, unit);
  const operator = BEFORE[before] ?? AFTER[after];
  if (value === undefined) return undefined;
  return { value, text: whole, ...(operator === undefined ? {} : { operator }) };
}

/** A number with its unit's 万 or 亿 multiplied out, in millionths; undefined for text. */
export function scaledValue(number: string, unit: string): bigint | undefined {
  const plain = number.normalize("NFKC").replace(/[%‰]$/u, "");
  const scaled = toScaled(plain);
  if (scaled === undefined) return undefined;
  if (unit.startsWith("万")) return scaled * 10_000n;
  return unit.startsWith("亿") ? scaled * 100_000_000n : scaled;
}
