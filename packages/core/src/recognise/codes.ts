import { plain } from "./text.ts";

export type CodeKind = "functional" | "departmentEconomic" | "governmentEconomic";

/** The dimensions of a measure that hold a classification code. */
export const CODE_DIMENSIONS = [
  "functional",
  "departmentEconomic",
  "governmentEconomic",
] as const satisfies readonly CodeKind[];

const LEADING_CODE = /^[(]?(\d{7}|\d{5}|\d{3})[)]?[-—_:：]?(?=\p{Script=Han}|$|\()/u;

/** A code in front of a name: "[201]一般公共服务支出", "50101-工资奖金津补贴", "2014001 行政运行". */
export function splitCode(text: string): { readonly code: string; readonly name: string } | undefined {
  const compact = plain(text);
  const match = LEADING_CODE.exec(compact);
  const code = match?.[1];
  if (match === null || code === undefined || kindOfCode(code) === undefined) return undefined;
  return { code, name: compact.slice(match[0].length) };
}

/**
 * Which classification a code belongs to, by its first digit; undefined for a number that is no code. Some places
 * print a third level of their own below the economic classifications.
 */
export function kindOfCode(code: string): CodeKind | undefined {
  if (!/^\d{3}(?:\d{2}){0,2}$/u.test(code)) return undefined;
  if (code.startsWith("2")) return "functional";
  if (code.startsWith("3")) return "departmentEconomic";
  return code.startsWith("5") ? "governmentEconomic" : undefined;
}

/**
 * Puts a code together from 类 | 款 | 项 in columns of their own. A level left blank above a printed one is taken
 * from the row before, as packs do that print the deepest level only.
 */
export function joinCode(parts: readonly string[], before: string | undefined): string | undefined {
  const texts = parts.map((part) => plain(part));
  const deepest = texts.findLastIndex((part) => part !== "");
  if (deepest < 0) return undefined;
  let code = "";
  for (let level = 0; level <= deepest; level++) {
    const start = level === 0 ? 0 : 1 + 2 * level;
    const end = 3 + 2 * level;
    const own = texts[level] ?? "";
    if (own.length > end - start && /^\d+$/u.test(own)) code = own;
    else code += own === "" ? (before?.slice(start, end) ?? "") : own.padStart(end - start, "0");
  }
  return kindOfCode(code) === undefined ? undefined : code;
}
