import { readFigure, scaledValue } from "../../budget/read/check/goal/figure.ts";
import { comparable, findMentions } from "../../budget/read/check/goal/mention.ts";
import { likeness } from "../../budget/read/check/goal/similar.ts";
import type { PerformanceForm, PerformanceIndicator } from "../../pack/performance-form.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, bareName, formName, nothingToCheck } from "./forms.ts";

export default defineRule({
  id: "performance/promises-have-indicators",
  level: "notice",
  title: {
    zh: "目标文字承诺的百分比应有对应指标",
    en: "A percentage that the goal text promises has its indicator",
  },
  basis: [],
  doc: {
    zh: "目标文字写明“达到 x%”而没有指标对应，年终无从考核。名称相近或含义相近的指标算作对应。",
    en: "A promised percentage without an indicator cannot be measured at the year's end. Indicators of a like name count.",
  },
  examples: [
    {
      name: "coverage of 100 percent is promised and not measured",
      text: `2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部慰问\t业务主管部门\t示例区老干部局\t\t\t\n当年预算\t45.00\t区级支出\t45.00\t\t\t\n当年绩效目标\t组织工作覆盖率100%；老干部满意度达到95%以上。\t\t\t\t\t\n绩效指标\t指标名称\t指标权重\t计量单位\t指标性质\t指标值\t是否核心指标\n\t慰问场次\t45\t场\t≥\t6\t是\n\t老干部满意度\t45\t%\t≥\t95\t是\n`,
      messages: ["项目“老干部慰问”的目标文字写“组织工作覆盖率100%”，没有对应的指标。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter(
      (form) => (form.goal?.text ?? "") !== "" && form.indicators.length > 0,
    );
    if (forms.length === 0) yield nothingToCheck(pack);
    for (const form of forms) yield judge(form);
  },
});

function judge(form: PerformanceForm): RuleResult {
  const goal = comparable(form.goal?.text ?? "").replace(/["'“”‘’]/gu, "");
  const { rest } = findMentions(
    goal,
    form.indicators.map(({ name }) => bareName(name)),
  );
  const loose = promisesOf(rest).filter((promise) => !isCovered(promise, form.indicators));
  if (loose.length === 0) return { outcome: "holds", ...at(form.goal?.place) };
  if (form.incomplete) return UNREAD;
  const quotes = loose.map(({ quote }) => quote);
  return {
    outcome: "conflict",
    message: {
      zh: `${formName(form)}的目标文字写${quotes.map((quote) => `“${quote}”`).join("、")}，没有对应的指标。`,
      en: `The goal text says ${quotes.map((quote) => `"${quote}"`).join(", ")}; no indicator measures it.`,
    },
    remedy: { zh: "增设指标，或改写目标文字。", en: "Add an indicator or reword the goal." },
    ...at(form.goal?.place),
    quote: quotes[0] ?? "",
  };
}

const UNREAD: RuleResult = {
  outcome: "could-not-check",
  reason: { zh: "指标没有读全", en: "the indicators were not read in full" },
};

interface Promised {
  readonly name: string;
  readonly value: bigint;
  readonly quote: string;
}

/** "<name>（达到）95%（以上）" at the end of a clause; growth on the year before measures the budget, not a rate. */
function promisesOf(text: string): readonly Promised[] {
  return text.split(/[,。;!\n\0]+/u).flatMap((clause) => {
    const match =
      /^(.*?\p{Script=Han})((?:均|全部|保持|达到|达|为|在|至|不低于|不少于|≥|>=|=|>|:)*(\d+(?:\.\d+)?)%(?:及?以上)?)$/u.exec(
        clause,
      );
    const [, before = "", figure = "", number = ""] = match ?? [];
    const value = scaledValue(number, "%");
    const name = before
      .replace(/^.*?(?:目标\d+:|\d+[.、]|[一二三四五六七八九十]、)/u, "")
      .replace(/^(?:确保|实现|力争|保证|使|全年)+/u, "");
    if (
      match === null ||
      value === undefined ||
      readFigure(figure.replace(/^[均全部保持至]+/u, "")) === undefined
    )
      return [];
    if (name.length < 3 || name.length > 30 || !MEASURED.test(name) || CHANGE.test(name)) return [];
    return [{ name, value, quote: `${name}${figure}` }];
  });
}

/** What can be reached: rates, degrees and states; not a share of something (经费的70%) that is only told. */
const MEASURED = /(?:率|度|比|比例|正常|到位|覆盖|合格|达标|完成|满意|及时|准确|合规|保障|安全)$/u;
const CHANGE = /增长|增加|降低|下降|减少|提高|提升|增速|同比/u;

/** Names this alike mean one thing, though they are worded differently. */
const ALIKE = 0.45;

/** Whether an indicator has a part of the name, a like name, or the same percentage under a name with a word in common. */
function isCovered({ name, value }: Promised, indicators: readonly PerformanceIndicator[]): boolean {
  const parts = name.split(/[、和及与]/u).filter((part) => part.length >= 3);
  return indicators.some((indicator) => {
    const own = bareName(indicator.name);
    const alike = [name, ...parts].some(
      (part) => own.includes(part) || part.includes(own) || likeness(part, own) >= ALIKE,
    );
    return (
      alike ||
      (value === scaledValue(indicator.target, indicator.unit) &&
        likeness(name, own) >= ALIKE / 2 &&
        value !== FULL)
    );
  });
}

/** 100 %: too many indicators have it to mean the same. */
const FULL = 100_000_000n;
