import type { OperatorId } from "../../budget/terms.ts";
import { plain } from "../text.ts";

/** A target taken apart. Without a number the words stay whole. */
export interface Target {
  readonly operator?: OperatorId;
  readonly target: string;
  readonly unit: string;
}

const SIGNS: Readonly<Record<string, OperatorId>> = {
  "≥": "≥",
  "≧": "≥",
  ">=": "≥",
  "=>": "≥",
  大于等于: "≥",
  不低于: "≥",
  不少于: "≥",
  不小于: "≥",
  至少: "≥",
  "≤": "≤",
  "≦": "≤",
  "<=": "≤",
  "=<": "≤",
  小于等于: "≤",
  不超过: "≤",
  不高于: "≤",
  不大于: "≤",
  不多于: "≤",
  ">": ">",
  "》": ">",
  "〉": ">",
  大于: ">",
  超过: ">",
  "<": "<",
  "《": "<",
  小于: "<",
  低于: "<",
  "=": "=",
  等于: "=",
  定性: "定性",
};
const AFTER: Readonly<Record<string, OperatorId>> = {
  以上: "≥",
  及以上: "≥",
  以下: "≤",
  以内: "≤",
  之内: "≤",
};

const SIGN = Object.keys(SIGNS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const STATED = new RegExp(
  `^(${SIGN})?\\(?(-?\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\)?\\(?([^\\d,;、。()]{0,12}?)\\)?(${Object.keys(AFTER).join("|")})?$`,
  "u",
);

const IS_DATE = /^(?:19|20)\d\d年/u;

/** The relation that an operator cell names. */
export function readOperator(text: string): OperatorId | undefined {
  return SIGNS[plain(text)];
}

/** Takes a target such as "≥95%", "16项", "不低于5次" or "定性" apart. */
export function readTarget(text: string): Target {
  const compact = plain(text).replace(/[。.;]+$/u, "");
  const match = IS_DATE.test(compact) ? null : STATED.exec(compact);
  if (match === null) return { target: compact, unit: "" };
  const [, sign = "", number = "", unit = "", after = ""] = match;
  const operator = SIGNS[sign] ?? AFTER[after];
  return {
    ...(operator === undefined ? {} : { operator }),
    target: number.replaceAll(",", ""),
    unit: unit === "百分比" ? "%" : unit,
  };
}
