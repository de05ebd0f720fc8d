import { LABEL } from "../pdf/captions.ts";
import type { FlowLine } from "./flow.ts";

/** A line above a table, put together from one or several lines of the file. */
export interface WholeLine {
  readonly line: FlowLine;
  /** How many lines of the file it is made of. */
  readonly count: number;
}

/**
 * Puts together what narrow columns broke: "单位：" and "万元", "部门公开" and "表 17", a name that goes on in the next
 * line. Only lines of one stretch are joined.
 */
export function joinFragments(lines: readonly FlowLine[]): WholeLine[] {
  const whole: WholeLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    const joined = last === undefined ? undefined : join(last.line, line);
    if (last === undefined || joined === undefined) whole.push({ line, count: 1 });
    else whole.splice(-1, 1, { line: joined, count: last.count + 1 });
  }
  return whole;
}

function join(first: FlowLine, second: FlowLine): FlowLine | undefined {
  if (first.parts.length > 1 || second.parts.length > 1) return undefined;
  if (!belongTogether(first.text, second)) return undefined;
  const text = first.text + second.text;
  return { ...first, text, parts: [text] };
}

function belongTogether(first: string, { text, follows }: FlowLine): boolean {
  const both = first + text;
  if (isBrokenUnit(first, both)) return true;
  if (/[:：]$/.test(first)) return !/[:：]/.test(text);
  if (LABEL_BEGINNING.test(first) && LABEL.test(both)) return true;
  return follows === true && NAMED.test(first) && text.length <= 12 && !/[:：]|表$/.test(text);
}

const LABEL_BEGINNING = /^(?:附|部门|单位|公开|预算)+$/;
/** A body's name after its heading. */
const NAMED = /^(?:单位|部门|编制单位|填报单位|预算单位|单位全称|单位名称|部门名称)[:：]/;

const UNITS = ["单位：万元", "单位：元", "单位：千元", "单位：亿元", "金额单位：万元", "金额单位：元"];

function isBrokenUnit(first: string, both: string): boolean {
  const colons = (text: string) => text.replaceAll(":", "：").replaceAll(/\s/g, "");
  const isWhole = UNITS.includes(colons(first));
  return !isWhole && UNITS.some((unit) => unit.startsWith(colons(both)));
}
