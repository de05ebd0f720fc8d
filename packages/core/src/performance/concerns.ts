import type { Concern, ScoredForm } from "./evaluation.ts";
import { unspentOf } from "./execution.ts";
import { compare, divide, NOTHING, percentText, type Ratio, ratio, subtract, sum } from "./ratio.ts";
import type { PerformanceSettings } from "./settings.ts";

/**
 * What a reader of a form should look at: score and execution that disagree (E06), what is not explained (E08), such as
 * adjustment documents (by number) that say nothing of the targets.
 */
export function concernsOf(
  { execution, indicators, executionScore, said }: ScoredForm,
  evaluation: PerformanceSettings["evaluation"],
  unexplained: readonly string[],
): readonly Concern[] {
  const concerns: Concern[] = [];
  const point = (kind: Concern["kind"], level: Concern["level"], text: string) =>
    void concerns.push({ kind, level, text });
  const hundredth = (percent: number) => ratio(BigInt(percent), 100n);
  if (execution.adjusted <= 0n) {
    point("no-budget", "yellow", "全年预算数（调整后）为 0，没有可执行的预算。");
  } else {
    const rate = ratio(execution.executed, execution.adjusted);
    const unspent = ratio(unspentOf(execution), execution.adjusted);
    const weights = sum(indicators.map(({ weight }) => weight));
    const share = divideOrNothing(sum(indicators.map(({ score }) => score.points)), weights);
    const gap = divideOrNothing(subtract(share, rate), share);
    if (executionScore !== undefined && compare(gap, hundredth(evaluation.disagreement)) > 0) {
      point(
        "disagreement",
        "red",
        `指标得分率 ${percentText(share)}，预算执行率 ${percentText(rate)}，两者不相称。`,
      );
    }
    if (compare(unspent, hundredth(evaluation.unspent)) > 0) {
      point("unspent", "yellow", `未执行的预算占 ${percentText(unspent)}。`);
    }
    if (compare(rate, hundredth(evaluation.executionReason)) < 0 && said?.reason === undefined) {
      point("low-execution", "yellow", `预算执行率 ${percentText(rate)}，未写原因。`);
    }
  }
  if (unexplained.length > 0 && said?.reason === undefined) {
    const documents = unexplained.map((document) => `“${document}”`).join("、");
    point("unexplained-adjustment", "yellow", `预算已由${documents}调整，绩效目标没有随之调整，也未说明。`);
  }
  for (const { current, score, lacksReason } of indicators) {
    if (score.outcome === "missing")
      point("missing-actual", "red", `“${current.name}”没有完成值，按 0 分计。`);
    else if (lacksReason) point("lacks-reason", "yellow", `“${current.name}”偏离目标，未写原因。`);
  }
  return concerns;
}

function divideOrNothing(part: Ratio, whole: Ratio): Ratio {
  return whole.numerator === 0n ? NOTHING : divide(part, whole);
}
