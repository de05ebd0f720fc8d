import { fold } from "../terms.ts";
import type { ImportField, ImportFieldId } from "./field.ts";

/** Which half of a coded value a column holds; "either" may hold both, joined. */
export type Part = "code" | "name" | "either";

export interface Heading {
  readonly field: ImportFieldId;
  readonly part: Part;
  /** Index of the group of headings: lower is preferred. */
  readonly rank: number;
  /** Stated in the heading itself. */
  readonly unit?: AmountUnit;
}

export type AmountUnit = "yuan" | "ten-thousand-yuan";

const JOINED = /(?:_?code_?name|编码[及和与、/]?名称|代码[及和与、/]?名称)$/;
const CODE = /(?:_code|编码|代码|编号)$/;
const NAME = /(?:_name|名称)$/;

/** What a heading says its column is; undefined for a heading that nobody knows. */
export function recogniseHeading(text: string, fields: readonly ImportField[]): Heading | undefined {
  const { base, part } = splitPart(plain(text));
  const unit = amountUnit(text);
  for (const field of fields) {
    const rank = field.headings.findIndex((group) => group.includes(base));
    if (rank >= 0) return { field: field.id, part, rank, ...(unit && { unit }) };
  }
  return undefined;
}

/** "万元" or "元" in a heading or in a line such as "单位：万元". */
export function amountUnit(text: string): AmountUnit | undefined {
  if (/万\s*元/u.test(text)) return "ten-thousand-yuan";
  return /[（(：:]\s*元/u.test(text) ? "yuan" : undefined;
}

/** Without blanks, marks, brackets, a leading year and the word 科目; camelCase as snake_case. */
function plain(text: string): string {
  return fold(text.replaceAll(/([a-z])([A-Z])/g, "$1_$2"))
    .replaceAll(/\(.*?\)|[*:：]/g, "")
    .replace(/^\d{4}年/, "")
    .replaceAll("科目", "");
}

function splitPart(text: string): { readonly base: string; readonly part: Part } {
  for (const [pattern, part] of [
    [JOINED, "either"],
    [CODE, "code"],
    [NAME, "name"],
  ] as const) {
    const base = text.replace(pattern, "");
    if (base !== text && base !== "") return { base, part };
  }
  return { base: text.replace(/_$/, ""), part: "either" };
}
