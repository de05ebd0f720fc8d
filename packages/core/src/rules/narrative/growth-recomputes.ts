import type { Mention } from "../../recognise/narrative/mention.ts";
import { defineRule, type RuleResult, type Violation } from "../rule.ts";
import { against, type Compared, changeInterval, comparedIn, quoteOf } from "./comparisons.ts";
import { couldNotCheck, orNotApplicable, Prose, shown } from "./context.ts";
import {
  growthFromBase,
  growthFromChange,
  type Interval,
  intervalOf,
  magnitude,
  middleText,
} from "./intervals.ts";

export default defineRule({
  id: "narrative/growth-recomputes",
  level: "error",
  title: { zh: "文字中的增减百分比应可复算", en: "A percentage of change in the text recomputes" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "增减百分比＝增减额÷上年数。按印出的数字的舍入范围计算百分比可能的范围，印出的百分比超出其自身一个末位才算矛盾。",
    en: "A percentage of change is the change over last year's figure, judged over the range that the printed figures allow.",
  },
  examples: [
    {
      name: "a percentage that the change cannot give",
      text: "2024年机关运行经费预算60.50万元，比2023年增加12.10万元，增长52.00%。",
      messages: ["“机关运行经费”60.50万元，比2023年增加12.10万元，百分比印作52.00%，复算应为25.00%。"],
    },
    {
      name: "a percentage from the amount of last year in a clause of its own",
      text: "某局2024年部门预算\n教育支出80万元。2023年当年预算执行数为400万元，2024年预算安排80万元，比2023年预算执行数增加25%。",
      messages: ["“教育支出”80万元，比2023年预算执行数（400万元）增加，百分比印作25%，复算应为-80%。"],
    },
    {
      name: "同比 said again before the percentage",
      text: "2018年收入总预算317.60万元，同比增加8.25万元，同比增长2.8%。",
      messages: ["“收入总预算”317.60万元，同比增加8.25万元，百分比印作2.8%，复算应为2.7%。"],
    },
    {
      name: "whole 万元 leave a wide range",
      text: "项目支出12万元，比2023年增加1万元，增长8.7%。",
      messages: [],
    },
    {
      name: "after a list of sources the percentage speaks of the total",
      text: "本部门当年预算支出344.70万元，其中：一般公共预算拨款331.60万元、上年结转13.10万元，较上年减少129.42万元，下降27.30%。",
      messages: [],
    },
    {
      name: "after a bracket with parts the percentage speaks of the total",
      text: "三公经费10万元（其中：公务接待费2万元，比上年减少1万元；公务用车运行维护费8万元，与上年持平），比上年减少1万元，下降9.09%。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = comparedIn(prose).flatMap((compared) => resultOf(prose, compared));
    return orNotApplicable(results, "文字中没有增减百分比", "the text prints no percentage of change");
  },
});

function resultOf(prose: Prose, compared: Compared): RuleResult[] {
  const { comparison, now } = compared;
  const { growth } = comparison;
  if (growth === undefined) return [];
  if (now === undefined)
    return [uncertain(prose, compared, "没有写明本年数", "this year's figure is not stated")];
  const exact = rangeOf(compared, now, false);
  if (exact === undefined)
    return [
      uncertain(
        prose,
        compared,
        "缺少上年数或增减额，或上年可能为零",
        "last year's figure or the change is missing or may be nil",
      ),
    ];
  const verdict = judge(growth, exact, rangeOf(compared, now, true) ?? exact);
  if (verdict === "holds") return [{ outcome: "holds" }];
  if (verdict === "rounding") return [{ outcome: "rounding", ...violation(prose, compared, exact) }];
  if (comparison.unsure || fitsAnother(prose, compared))
    return [
      uncertain(
        prose,
        compared,
        "百分比所指的是哪个数不明确",
        "it is not clear which figure the percentage speaks of",
      ),
    ];
  return [{ outcome: "conflict", ...violation(prose, compared, exact) }];
}

/** What the percentage may be, from the amount of last year or else from the change. */
function rangeOf({ comparison, base }: Compared, now: Mention, cut: boolean): Interval | undefined {
  if (base !== undefined && now.figure.unit === base.figure.unit)
    return growthFromBase(intervalOf(now.figure, cut), intervalOf(base.figure, cut));
  const change = changeInterval(comparison, cut);
  return change === undefined ? undefined : growthFromChange(intervalOf(now.figure, cut), change);
}

/** Signs apart: a wrong direction is another rule's finding. */
function judge(growth: Mention, exact: Interval, wide: Interval): "holds" | "rounding" | "conflict" {
  const printed = magnitude(intervalOf(growth.figure).low + intervalOf(growth.figure).high) / 2n;
  const unit = intervalOf(growth.figure).high - intervalOf(growth.figure).low;
  const distance = (range: Interval) => {
    const { low, high } = absolute(range);
    return printed < low ? low - printed : printed > high ? printed - high : 0n;
  };
  if (distance(exact) <= unit / 2n) return "holds";
  return distance(wide) <= unit ? "rounding" : "conflict";
}

function absolute({ low, high }: Interval): Interval {
  if (low >= 0n) return { low, high };
  return high <= 0n
    ? { low: -high, high: -low }
    : { low: 0n, high: magnitude(low) > high ? magnitude(low) : high };
}

/** A percentage behind a list may speak of its whole, or of any figure that the paragraph prints before. */
function fitsAnother(prose: Prose, compared: Compared): boolean {
  const { statement, comparison } = compared;
  const before = prose.statements.filter(
    ({ paragraph, id }) =>
      paragraph === statement.paragraph && id < statement.id && id !== statement.restates,
  );
  const others = [prose.statement(statement.whole), ...before];
  return others.some((other) => {
    if (other?.amount === undefined || comparison.growth === undefined) return false;
    const range = rangeOf(compared, other.amount, true);
    return range !== undefined && judge(comparison.growth, range, range) !== "conflict";
  });
}

function violation(prose: Prose, compared: Compared, range: Interval): Violation {
  const { statement, comparison, now, base } = compared;
  const { growth, change } = comparison;
  const middle = middleText(range, growth?.figure.decimals ?? 2);
  const expected = base === undefined ? middle.replace("-", "") : middle;
  const name = prose.nameOf(statement);
  return {
    message: {
      zh: `“${name}”${now === undefined ? "" : shown(now)}，${comparedWords(compared)}，百分比印作${growth?.text}%，复算应为${expected}%。`,
      en: `“${name}” prints a change of ${growth?.text}%; its own figures give ${expected}%.`,
    },
    remedy: {
      zh: "核对两年数和增减额，改正百分比或有误的数。",
      en: "Check both years and the change; correct the percentage or the wrong figure.",
    },
    ...prose.place(statement),
    quote: quoteOf(prose, compared),
    printed: `${growth?.text}%`,
    expected: `${expected}%`,
    facts: prose.facts(statement, growth, now, change, base),
  };
}

function comparedWords({ comparison, base }: Compared): string {
  const { change, word, growthWord } = comparison;
  const amount = base === undefined ? "" : `（${shown(base)}）`;
  return (
    against(comparison, "") +
    amount +
    (word ?? growthWord ?? "") +
    (change === undefined ? "" : shown(change))
  );
}

function uncertain(prose: Prose, compared: Compared, zh: string, en: string): RuleResult {
  const name = prose.nameOf(compared.statement);
  return couldNotCheck({ zh: `“${name}”的百分比：${zh}`, en: `percentage of “${name}”: ${en}` });
}
