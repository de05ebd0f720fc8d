import type { Indicator } from "../../budget/budget.ts";
import { ACHIEVEMENTS, COUNTING_METHODS, EVIDENCE_KINDS } from "../../budget/year-terms.ts";
import type { Actual } from "../actual.ts";
import { valueText } from "../value.ts";

/** The actual value as printed, in the indicator's unit; undefined where none is known. */
export function actualText({ measureUnit, operator }: Indicator, actual: Actual): string | undefined {
  const { value, achievement } = actual;
  if (operator === "定性") {
    const word = ACHIEVEMENTS.find(({ id }) => id === achievement)?.zh;
    return word === undefined || value === undefined ? word : `${word}（${valueText(value, "%")}%）`;
  }
  return value === undefined ? undefined : valueText(value, measureUnit) + measureUnit;
}

/** Where the actual value comes from, in words. */
export const SOURCES = { counted: "台账统计", duty: "系统统计", typed: "手工填报", none: "未填报" } as const;

/** The trail of an actual value: how it was counted and from how many records; empty where it was typed. */
export function trailOf({ source, counting, counted, duty }: Actual): string {
  const method = COUNTING_METHODS.find(({ id }) => id === counting?.method)?.zh;
  if (duty !== undefined) {
    const open = duty.open.length === 0 ? "" : `；未完成：${duty.open.join("、")}`;
    const count = duty.due === 0 ? "没有应办事项" : `应办 ${duty.due} 项，已办 ${duty.done} 项`;
    return `${method}：${count}${open}`;
  }
  if (counting === undefined || counted === undefined) return "";
  const kind = EVIDENCE_KINDS.find(({ id }) => id === counting.kind)?.zh;
  const project = counting.sourceProject ?? counting.project;
  const filter = [
    project === undefined ? "全部项目" : `项目“${project}”`,
    ...(kind === undefined ? [] : [`类别“${kind}”`]),
    ...(counting.matter === undefined ? [] : [`事项含“${counting.matter}”`]),
  ].join("，");
  const fallback = source === "counted" ? "" : "；台账不能得出数值，改用手工填报";
  return `${method}：${filter}；记录 ${counted.records.length} 条${fallback}`;
}
