import { compareSame } from "../../money/compare.ts";
import type { Figure } from "../../money/figure.ts";
import type { PackParagraph } from "../../pack/pack.ts";
import type { PerformanceForm } from "../../pack/performance-form.ts";
import { mentionsOf } from "../../recognise/narrative/mention.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { at, bareName, formName, notPrinted } from "./forms.ts";

/** How far below a project's name its amount of the year may stand. */
const REACH = 40;

export default defineRule({
  id: "performance/project-text-agrees-with-form",
  level: "warning",
  title: {
    zh: "项目说明的年度预算安排应与绩效目标表一致",
    en: "A project's amount in the text is the one of its form",
  },
  basis: [],
  doc: {
    zh: "项目经费情况说明里的“年度预算安排”与同名项目绩效目标表的金额应相符。表中列有几种口径（总额、当年拨款等）的，符合其中一种即可；一段里写了几个金额的不作判断。",
    en: "The yearly amount in a project's description agrees with one of the amounts of its form. Paragraphs with several amounts are not judged.",
  },
  examples: [
    {
      name: "the text gives another amount than the form",
      text: "项目经费情况说明\n道路养护\n项目概述：养护道路50公里。\n年度预算安排：2023年安排预算54.00万元。\n\n2023年示例区一般性项目绩效目标表\n单位：万元\n\n序号\t项目名称\t当年预算\t当年绩效目标\t指标名称\t指标性质\t指标值\t计量单位\t指标权重\n1\t道路养护\t45.00\t养护50公里。\t养护里程\t≥\t50\t公里\t100\n",
      messages: ["项目“道路养护”的说明写年度预算安排 54.00万元，绩效目标表是 45.00。"],
    },
    {
      name: "the text agrees with the form",
      text: "项目经费情况说明\n道路养护\n年度预算安排：2023年安排预算45万元。\n\n2023年示例区一般性项目绩效目标表\n单位：万元\n\n序号\t项目名称\t当年预算\t当年绩效目标\t指标名称\t指标性质\t指标值\t计量单位\t指标权重\n1\t道路养护\t45.00\t养护50公里。\t养护里程\t≥\t50\t公里\t100\n",
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const forms = pack.performance.filter(
      ({ kind, blank, project }) => kind === "project" && !blank && project,
    );
    const names = new Set(forms.map(({ project }) => bareName(project?.text ?? "")));
    const results = forms.flatMap((form) => judge(form, pack.paragraphs, names));
    if (results.length > 0) yield* results;
    else
      yield notPrinted(
        "没有项目说明与绩效目标表可以对照",
        "no project is described both in text and in a form",
      );
  },
});

function judge(
  form: PerformanceForm,
  paragraphs: readonly PackParagraph[],
  names: ReadonlySet<string>,
): RuleResult[] {
  const name = bareName(form.project?.text ?? "");
  const start = paragraphs.findIndex(({ text }) => titleOf(text) === name);
  const described = start < 0 ? undefined : amountBelow(paragraphs, start, names);
  if (described === undefined) return [];
  const amounts = form.amounts.filter(({ figure, unitAssumed }) => figure !== undefined && !unitAssumed);
  const [first] = amounts;
  if (first === undefined) return [];
  const { figure, text, paragraph } = described;
  const agrees = amounts.some(
    (amount) => compareSame(amount.figure ?? figure, figure).verdict !== "conflict",
  );
  if (agrees) return [{ outcome: "holds", ...at(paragraph.place) }];
  return [
    {
      outcome: "conflict",
      message: {
        zh: `${formName(form)}的说明写年度预算安排 ${text}，绩效目标表是 ${first.text}。`,
        en: `The text gives ${formName(form)} ${text} for the year, its form ${first.text}.`,
      },
      remedy: {
        zh: "核对该项目当年的预算，改正有误的一处；口径不同的写明。",
        en: "Check the project's budget of the year and correct one of them, or say how they differ.",
      },
      quote: paragraph.text.slice(0, 60),
      printed: text,
      expected: first.text,
      ...at(paragraph.place),
    },
  ];
}

/** A line that is a project's name, with or without a number before it and 项目经费情况说明 around it. */
function titleOf(text: string): string {
  const plain = text
    .replace(/^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])\s*/u, "")
    .replace(/项目(?:经费)?(?:情况)?说明$/u, "");
  return bareName(plain);
}

/** The only amount of the paragraph on the year's budget, before the next project begins. */
function amountBelow(paragraphs: readonly PackParagraph[], start: number, names: ReadonlySet<string>) {
  for (let index = start + 1; index < Math.min(paragraphs.length, start + REACH); index++) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || names.has(titleOf(paragraph.text))) return undefined;
    if (!/年度预算安排/u.test(paragraph.text)) continue;
    const inside = /[：:。]/u.test(paragraph.text) ? paragraph : paragraphs[index + 1];
    const mentions = mentionsOf(inside?.text ?? "").filter(({ figure }) => isMoney(figure));
    const [only] = mentions;
    if (inside === undefined || only === undefined || mentions.length > 1) return undefined;
    return { figure: only.figure, text: inside.text.slice(only.start, only.end), paragraph: inside };
  }
  return undefined;
}

function isMoney({ unit }: Figure): boolean {
  return unit === "yuan" || unit === "wan-yuan" || unit === "yi-yuan";
}
