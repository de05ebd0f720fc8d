import { compareSame, fineValue } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { conflict, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs } from "./sum-results.ts";

/** What employers pay for their staff has an item of its own in both classifications. */
interface Contribution {
  readonly functional: string;
  readonly economic: string;
  readonly zh: string;
  readonly en: string;
}

const CONTRIBUTIONS: readonly Contribution[] = [
  { functional: "2210201", economic: "30113", zh: "住房公积金", en: "housing provident fund" },
  { functional: "2080505", economic: "30108", zh: "机关事业单位基本养老保险缴费", en: "basic pension" },
  { functional: "2080506", economic: "30109", zh: "职业年金缴费", en: "occupational annuity" },
];

/** So many of the others agree where a body books contributions under their own items only. */
const CONFIRMING = 2;

const PACK = (fund: string) =>
  `部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t18.88\t18.88\t\n2080505\t机关事业单位基本养老保险缴费支出\t8.26\t8.26\t\n2080506\t机关事业单位职业年金缴费支出\t4.13\t4.13\t\n2210201\t住房公积金\t6.49\t6.49\t\n\n部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t基本支出\n\t合计\t${fund}\n`;
const ECONOMIC = (pension: string, annuity: string, fund: string) =>
  `30108\t机关事业单位基本养老保险缴费\t${pension}\n30109\t职业年金缴费\t${annuity}\n30113\t住房公积金\t${fund}\n`;

export default defineRule({
  id: "tables/contributions-within-their-items",
  level: "warning",
  title: {
    zh: "社保缴费和住房公积金的经济科目不应多于相应的功能科目",
    en: "Contributions for staff do not exceed their functional items",
  },
  basis: [],
  doc: {
    zh: "住房公积金（功能2210201、经济30113）、机关事业单位基本养老保险缴费（2080505、30108）、职业年金缴费（2080506、30109）在两种分类中各有科目，一般相等；功能科目可能还含别的支出，经济科目多出的部分则没有着落。各部门核算口径可能不同，所以另外两项都相等、只有一项多出时才指出。",
    en: "The housing provident fund (functional 2210201, economic 30113), basic pension contributions (2080505, 30108) and the occupational annuity (2080506, 30109) have an item in either classification and are usually equal. An item may hold more than the code; what the code has more is found under no item. Bodies may book them otherwise: one is pointed out only where the two others agree.",
  },
  examples: [
    {
      name: "more for the provident fund by economic code than by function, while the others agree",
      text: PACK("19.08") + ECONOMIC("8.26", "4.13", "6.69"),
      messages: [
        "住房公积金按功能分类（2210201）印作 6.49（部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 2210201 住房公积金 合计），按经济分类（30113）印作 6.69（部门公开表6 《2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）》 30113 住房公积金 基本支出），多于功能科目；另外两项缴费按两种分类都相等。",
      ],
    },
    {
      name: "a body that books contributions in another way",
      text: PACK("19.18") + ECONOMIC("8.36", "4.13", "6.69"),
      messages: [],
    },
    {
      name: "an item that holds more than the contribution",
      text: PACK("17.88") + ECONOMIC("7.26", "4.13", "6.49"),
      messages: [],
    },
    {
      name: "all agree within rounding",
      text: PACK("18.88") + ECONOMIC("8.26", "4.13", "6.49"),
      messages: [],
    },
  ],
  check({ pack }) {
    const pairs = CONTRIBUTIONS.flatMap((contribution) => pairOf(pack, contribution));
    if (pairs.length === 0)
      return [
        notApplicable(
          "没有同时按两种分类印出社保缴费和住房公积金",
          "contributions for staff are not printed by both classifications",
        ),
      ];
    const agreeing = pairs.filter(({ agrees }) => agrees).length;
    return pairs.map((pair): RuleResult => {
      if (pair.agrees) return { outcome: "holds" };
      return pair.exceeds && agreeing >= CONFIRMING ? exceeds(pack, pair) : BOOKED_OTHERWISE;
    });
  },
});

const BOOKED_OTHERWISE = notApplicable(
  "本材料的社保缴费和住房公积金不是按各自的科目一一对应核算的",
  "this body does not book each contribution under its own items",
);

/** What is printed of a contribution, the greatest column of either classification first. */
interface Pair {
  readonly contribution: Contribution;
  readonly functional: PackFact;
  readonly economic: PackFact;
  readonly agrees: boolean;
  /** Whether the economic code has more than the item. */
  readonly exceeds: boolean;
}

function pairOf(pack: Pack, contribution: Contribution): readonly Pair[] {
  const byFunction = cellsOf(pack, "functional", contribution.functional);
  const byCode = cellsOf(pack, "departmentEconomic", contribution.economic);
  const [functional] = byFunction;
  const [economic] = byCode;
  if (functional === undefined || economic === undefined) return [];
  const agrees = byFunction.some((one) =>
    byCode.some((other) => compareSame(one.figure, other.figure).verdict !== "conflict"),
  );
  const exceeds = fineValue(economic.figure) > fineValue(functional.figure);
  return [{ contribution, functional, economic, agrees, exceeds }];
}

const OTHER = { functional: "departmentEconomic", departmentEconomic: "functional" } as const;

/** This year's amounts of an item that are not nil, in any column, the greatest first. */
function cellsOf(pack: Pack, dimension: keyof typeof OTHER, code: string): readonly PackFact[] {
  return pack.facts
    .filter(
      ({ source, kind, measure, figure }) =>
        source.kind === "cell" &&
        kind === "amount" &&
        figure.scaled !== 0n &&
        measure[dimension] === code &&
        measure[OTHER[dimension]] === undefined &&
        measure.project === undefined &&
        measure.stage === undefined &&
        measure.year !== -1,
    )
    .toSorted((a, b) => {
      const difference = fineValue(b.figure) - fineValue(a.figure);
      return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    });
}

function exceeds(pack: Pack, { contribution, functional, economic }: Pair): RuleResult {
  const { zh, en } = contribution;
  const [here, there] = [whereIs(pack, functional), whereIs(pack, economic)];
  return conflict({
    message: {
      zh: `${zh}按功能分类（${contribution.functional}）印作 ${functional.text}（${here}），按经济分类（${contribution.economic}）印作 ${economic.text}（${there}），多于功能科目；另外两项缴费按两种分类都相等。`,
      en: `The ${en} is ${functional.text} by function (${contribution.functional}, ${here}) and more by economic code, ${economic.text} (${contribution.economic}, ${there}), while the two other contributions agree.`,
    },
    remedy: {
      zh: "核对两表，改正有误的一处；口径确有不同的，加以说明。",
      en: "Check both tables and correct the wrong one, or explain how they differ.",
    },
    ...(economic.place === undefined ? {} : { place: economic.place }),
    quote: economic.text,
    printed: economic.text,
    expected: functional.text,
    facts: [economic.id, functional.id],
  });
}
