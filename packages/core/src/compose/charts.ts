import { isPriorKnown } from "../book/book.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Chart, ChartBar } from "../document/document.ts";
import type { Fact } from "../fact/fact.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import { bind, measureKey } from "../measure/measure.ts";
import { figureText } from "../money/figure.ts";
import type { Member } from "../narrative/definition.ts";
import { membersOf } from "../narrative/members.ts";
import { REVENUE_MEMBERS } from "../sections/funds.ts";

const UNIT_WORDS = { yuan: "元", "wan-yuan": "万元" } as const;
const EXPENDITURE = { side: "expenditure", flow: "current" } as const;

/** The charts that follow a section: revenue by source and expenditure by function, beside the prior year. */
export function chartsOf(section: string, disclosure: Disclosure): Chart[] {
  if (section !== "revenue-and-expenditure") return [];
  const functions = membersOf({ functional: EXPENDITURE, level: 1 }, disclosure.book);
  const kinds: Member[] = [
    { label: "基本支出", measure: { ...EXPENDITURE, kind: "basic" } },
    { label: "项目支出", measure: { ...EXPENDITURE, kind: "project" } },
  ];
  return [
    barChart("chart-revenue", "收入按来源", REVENUE_MEMBERS, disclosure),
    barChart("chart-expenditure", "支出按功能分类", functions, disclosure),
    barChart("chart-change", "基本支出和项目支出", kinds, disclosure),
  ].filter((chart) => chart.bars.length > 0);
}

function barChart(id: string, title: string, members: readonly Member[], disclosure: Disclosure): Chart {
  const { year, prior } = disclosure.variables;
  const compared = members.some((member) => isPriorKnown(disclosure.book, member.measure));
  const bars = members
    .map(
      (member): ChartBar => ({
        label: member.label,
        values: [
          value(member.measure, disclosure),
          ...(compared ? [value({ ...member.measure, year: -1 }, disclosure)] : []),
        ],
      }),
    )
    .filter((bar) => bar.values.some((entry) => entry !== undefined));
  return {
    type: "chart",
    id,
    title,
    unit: UNIT_WORDS[disclosure.profile.narrativeFormat.unit],
    series: compared ? [`${year}年`, `${prior}年`] : [`${year}年`],
    bars,
  };
}

/** The printed figure of a measure that the pack states; nil is left out. */
function value(measure: MeasureTemplate, disclosure: Disclosure) {
  const fact = findAmount(measure, disclosure);
  const figure = fact && disclosure.figures.get(fact.id);
  return fact === undefined || figure === undefined || figure.scaled === 0n
    ? undefined
    : { text: figureText(figure), ref: fact.id };
}

function findAmount(measure: MeasureTemplate, disclosure: Disclosure): Fact | undefined {
  const key = measureKey(bind(measure, disclosure.book.body, disclosure.book.budget.department.year));
  const { unit } = disclosure.profile.narrativeFormat;
  return [...disclosure.facts.values()].find(
    ({ quantity, format }) =>
      quantity.kind === "amount" && format.unit === unit && measureKey(quantity.measure) === key,
  );
}
