import type { Indicator } from "../budget/budget.ts";
import { fold } from "../budget/terms.ts";

type Stated = Pick<Indicator, "name" | "operator" | "target" | "measureUnit">;

/** A placeholder of a goal text: {名称} or {名称:值}, in either width. */
const PLACEHOLDER = /[{｛]([^{}｛｝]*)[}｝]/gu;
const VALUE_ONLY = /[:：]\s*值\s*$/u;

/** The target as sentences and forms print it: "≥10类", "=1次"; of 定性 the state that is wanted. */
export function statedTarget({ operator, target, measureUnit }: Omit<Stated, "name">): string {
  if (operator === "定性") return target;
  const number = target.endsWith(measureUnit) ? target : target + measureUnit;
  return operator + number;
}

/** The goal as its indicators say it: "组织活动类型≥10类，组织活动场次≥6场次。"; empty where there is no indicator. */
export function goalSentence(indicators: readonly Stated[]): string {
  return indicators.length === 0 ? "" : `${indicators.map(clauseOf).join("，")}。`;
}

/**
 * A goal text with its figures bound to the indicators: {指标名称} prints name, relation, target and unit
 * ("组织活动类型≥10类"), {指标名称:值} the target alone ("≥10类"; "100%" where it is to be equal, as in 达到100%).
 * An empty text is generated from the indicators. A placeholder that names none stays as it is; reading reports it.
 */
export function boundGoal(text: string, indicators: readonly Stated[]): string {
  if (text.trim() === "") return goalSentence(indicators);
  return text.replace(PLACEHOLDER, (placeholder, content: string) => {
    const { indicator, valueOnly } = find(content, indicators);
    if (indicator === undefined) return placeholder;
    if (!valueOnly) return clauseOf(indicator);
    return indicator.operator === "=" ? statedTarget(indicator).slice(1) : statedTarget(indicator);
  });
}

/** The placeholders of a goal text that name no indicator, as written between their braces. */
export function unboundPlaceholders(text: string, indicators: readonly Stated[]): readonly string[] {
  return [...text.matchAll(PLACEHOLDER)]
    .map(([, content = ""]) => content)
    .filter((content) => find(content, indicators).indicator === undefined);
}

function find(content: string, indicators: readonly Stated[]) {
  const named = (name: string) => indicators.find((indicator) => fold(indicator.name) === fold(name));
  const whole = named(content);
  if (whole !== undefined) return { indicator: whole, valueOnly: false };
  const valueOnly = VALUE_ONLY.test(content);
  return { indicator: valueOnly ? named(content.replace(VALUE_ONLY, "")) : undefined, valueOnly };
}

function clauseOf(indicator: Stated): string {
  const stated = statedTarget(indicator);
  return indicator.operator === "定性" ? `${indicator.name}：${stated}` : indicator.name + stated;
}
