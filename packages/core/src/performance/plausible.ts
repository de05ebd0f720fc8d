import type { Indicator } from "../budget/budget.ts";

const SATISFACTION = /满意(?:度|率)/u;
/** Rates that cannot be above 100 %; growth and shares of a change can. */
const BOUNDED =
  /(?:满意度|满意率|合格率|及时率|准时率|覆盖率|准确率|达标率|优良率|知晓率|出勤率|完好率|合规率|公开率|通过率)$/u;
const UNWANTED = /[不未非差退]|投诉|事故|故障|违规|超支/u;

type Rate = Pick<Indicator, "name" | "measureUnit" | "target"> & { readonly operator?: string };

/**
 * Whether the target of a bounded rate is possible: above 100, limited from above although more is wanted, or
 * plausible. Undefined for anything else.
 */
export function plausibilityOf({
  name,
  measureUnit,
  operator,
  target,
}: Rate): "exceeds" | "reversed" | "plausible" | undefined {
  const isRate = /^[%‰]$/u.test(measureUnit) || (isSatisfaction(name) && measureUnit === "分");
  if (!isRate || !BOUNDED.test(name) || !/^\d+(?:\.\d+)?$/u.test(target)) return undefined;
  if (Number(target) > 100) return "exceeds";
  const reversed = operator === "≤" || operator === "<";
  return reversed && !UNWANTED.test(name) ? "reversed" : "plausible";
}

export function isSatisfaction(name: string): boolean {
  return SATISFACTION.test(name);
}

/** Short names of rates that many projects use for different people or things: they need not agree. */
const GENERIC = /^.{0,5}(?:满意度|满意率|合格率|完成率|及时率|达标率|执行率|利用率|使用率)$|预算执行率/u;

export function isGeneric(name: string): boolean {
  return GENERIC.test(name);
}
