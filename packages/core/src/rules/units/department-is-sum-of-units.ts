import { figureText } from "../../money/figure.ts";
import type { Pack } from "../../pack/pack.ts";
import { wherePublished } from "../../prior/where-published.ts";
import { type Identity, type PrintedFigure, sumIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "../tables/sum-results.ts";
import { type ComparedUnits, compareUnits, fails, type UnitSum } from "./compare-units.ts";
import { type GivenUnit, givenUnits } from "./given-units.ts";

const HEADER = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n";
const PACK = (title: string, label: string, rows: readonly string[]) =>
  `${title}\n${label}公开表3\n2024年支出预算总表\n单位：万元\n\n${HEADER}${rows.join("\n")}\n`;
const DEPARTMENT = (elderly: string) =>
  PACK("示例区民政局2024年部门预算", "部门", [
    "合计\t\t50.00\t37.00\t13.00",
    "201\t一般公共服务支出\t20.00\t17.00\t3.00",
    `208\t社会保障和就业支出\t${elderly}\t20.00\t10.00`,
  ]);
const ORGAN = PACK("示例区民政局（本级）2024年单位预算", "单位", [
  "合计\t\t35.00\t26.00\t9.00",
  "201\t一般公共服务支出\t20.00\t17.00\t3.00",
  "208\t社会保障和就业支出\t15.00\t9.00\t6.00",
]);
const HOME = PACK("示例区敬老院2024年单位预算", "单位", [
  "合计\t\t15.00\t11.00\t4.00",
  "208\t社会保障和就业支出\t15.00\t11.00\t4.00",
]);

export default defineRule({
  id: "units/department-is-sum-of-units",
  level: "error",
  title: { zh: "部门数应等于所属各单位（含本级）之和", en: "The department is the sum of its units" },
  basis: [{ document: "中华人民共和国预算法实施条例", article: "第六条" }],
  doc: {
    zh: "部门预算由本部门及其所属各单位的预算组成。给齐了所属单位（含本级）的公开件，同一张表同一口径的数，部门应等于各单位之和，只容许四舍五入的差。单位之间的补助和上缴在部门汇总时抵销，不相加。支出总计合不上的，多半是没有给全，只作一条疑点。",
    en: "A department's budget is made up of those of its units. Where all of them are given, each figure of the department is their sum, within rounding. What units hand to each other is left out. Where total expenditure does not add up, units are probably missing, and one warning says so.",
  },
  examples: [
    {
      name: "one figure of the department is not what its units add up to",
      text: DEPARTMENT("31.00"),
      units: [ORGAN, HOME],
      messages: [
        "部门公开表3 《2024年支出预算总表》 208 社会保障和就业支出 合计印作 31.00，所属 2 个单位之和为 30.00万元，相差 1.00万元：示例区民政局(本级) 15.00（《2024年支出预算总表》 208 社会保障和就业支出 合计），示例区敬老院 15.00（《2024年支出预算总表》 208 社会保障和就业支出 合计）。",
      ],
    },
    {
      name: "a unit is missing",
      text: DEPARTMENT("30.00"),
      units: [ORGAN],
      messages: [
        "所给单位相加不等于部门：可能没有给全。所给的是示例区民政局(本级)；可比的 9 个数中 6 个不等，如部门公开表3 《2024年支出预算总表》 合计 合计印作 50.00，所给单位之和为 35.00万元。",
      ],
    },
    {
      name: "the department is given as its own unit",
      text: DEPARTMENT("30.00"),
      units: [DEPARTMENT("30.00")],
      messages: ["“示例区民政局”是部门预算，不是所属单位的单位预算；部门未与所属单位之和核对。"],
    },
    {
      name: "the department is the sum of its units",
      text: DEPARTMENT("30.00"),
      units: [ORGAN, HOME],
      messages: [],
    },
  ],
  *check(context): Generator<RuleResult> {
    const given = givenUnits(context);
    if (!("outcome" in given)) yield* resultsOf(context.pack, given.units);
    else if (given.outcome === "misfit") yield* given.reasons.map(misfit);
    else yield given;
  },
});

function misfit({ zh, en }: { readonly zh: string; readonly en: string }): RuleResult {
  return {
    outcome: "conflict",
    level: "warning",
    message: {
      zh: `${zh}；部门未与所属单位之和核对。`,
      en: `${en}; the department was not compared with the sum of its units.`,
    },
    remedy: {
      zh: "给出同一年所属全部单位（含本级）的单位预算，每个单位一份。",
      en: "Give the budgets of all units of the department for the same year, the organ itself among them, each once.",
    },
  };
}

function* resultsOf(pack: Pack, units: readonly GivenUnit[]): Generator<RuleResult> {
  const compared = compareUnits(pack, units);
  const { sums, uncompared, confirmed, incomplete } = compared;
  yield* uncompared;
  if (sums.length === 0 && uncompared.length === 0) yield NO_CELLS;
  const failed = sums.filter(fails);
  if (failed.length === 0 || confirmed) yield* sums.map((sum) => resultOf(pack, units, sum, confirmed));
  else if (incomplete) yield probablyMissing(pack, units, compared);
  else yield* failed.map(() => OTHER_BASIS);
}

const NO_CELLS: RuleResult = {
  outcome: "not-applicable",
  reason: { zh: "没有可与单位之和核对的表", en: "no table can be compared with the units" },
};

const OTHER_BASIS: RuleResult = {
  outcome: "could-not-check",
  reason: {
    zh: "支出总计等于所给单位之和，而多数项不等：疑为各材料的口径或表的结构不同，未作判断",
    en: "total expenditure is the sum of the units but most items are not: their tables probably differ",
  },
};

function resultOf(pack: Pack, units: readonly GivenUnit[], sum: UnitSum, confirmed: boolean): RuleResult {
  const { cell, comparison } = sum;
  const identity = confirmed ? { identity: identityOf(sum) } : {};
  const place = cell.fact.place === undefined ? {} : { place: cell.fact.place };
  if (comparison.verdict === "exact") return { outcome: "holds", ...place, ...identity };
  const { expected, difference } = comparison;
  const [where, n] = [whereIs(pack, cell.fact), units.length];
  const isWrong = comparison.verdict === "conflict";
  return {
    outcome: isWrong ? "conflict" : "rounding",
    message: {
      zh: `${where}印作 ${cell.fact.text}，所属 ${n} 个单位之和为 ${withUnit(expected)}，相差 ${withUnit(difference)}${isWrong ? partsText(sum) : ""}。`,
      en: `${where} prints ${cell.fact.text}; its ${n} units add up to ${withUnit(expected)}, a difference of ${withUnit(difference)}.`,
    },
    ...(isWrong ? { remedy: REMEDY } : {}),
    ...place,
    quote: cell.fact.text,
    printed: cell.fact.text,
    expected: figureText(expected),
    difference: figureText(difference),
    facts: [cell.fact.id],
    ...identity,
  };
}

const REMEDY = {
  zh: "核对部门与各单位的数，改正有误的一个；单位之间有内部往来的，加以说明。",
  en: "Check the department and its units and correct the wrong figure, or explain what one unit hands to another.",
};

const MOST_SHOWN = 6;

/** Which unit prints what, and where. */
function partsText({ parts }: UnitSum): string {
  if (parts.length === 0) return "：各单位都没有印出";
  const shown = parts
    .slice(0, MOST_SHOWN)
    .map(({ unit, fact }) => `${unit.name} ${fact.text}（${wherePublished(unit.pack, fact)}）`);
  const more = parts.length - shown.length;
  return `：${shown.join("，")}${more > 0 ? `，另有 ${more} 个单位` : ""}`;
}

function identityOf({ cell, parts }: UnitSum): Identity {
  return sumIdentity(
    cell.fact,
    parts.map(({ unit, fact }) => ({
      fact: { ...fact, pack: unit.name } satisfies PrintedFigure,
      sign: 1,
    })),
  );
}

function probablyMissing(
  pack: Pack,
  units: readonly GivenUnit[],
  { sums, deciding }: ComparedUnits,
): RuleResult {
  const failed = sums.filter(fails);
  const first = deciding.find(fails) ?? failed[0];
  const [names, where] = [
    units.map(({ name }) => name).join("、"),
    first === undefined ? "" : whereIs(pack, first.cell.fact),
  ];
  const expected = first === undefined ? "" : withUnit(first.comparison.expected);
  const printed = first?.cell.fact.text ?? "";
  return {
    outcome: "conflict",
    level: "warning",
    message: {
      zh: `所给单位相加不等于部门：可能没有给全。所给的是${names}；可比的 ${sums.length} 个数中 ${failed.length} 个不等，如${where}印作 ${printed}，所给单位之和为 ${expected}。`,
      en: `The given units do not add up to the department: some are probably missing. ${failed.length} of ${sums.length} figures differ; ${where} prints ${printed}, the units add up to ${expected}.`,
    },
    remedy: {
      zh: "给出所属全部单位（含本级）的单位预算再查；已经给全的，核对支出总计。",
      en: "Give the packs of all units, the organ itself among them; if they are all there, check total expenditure.",
    },
    ...(first?.cell.fact.place === undefined ? {} : { place: first.cell.fact.place }),
    facts: first === undefined ? [] : [first.cell.fact.id],
  };
}
