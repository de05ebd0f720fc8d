import { compareSame, fineValue } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Pack, PackFact, PackTable } from "../../pack/pack.ts";
import { measureInTable, type PublishedFigures, unclearCells } from "../../prior/published-figures.ts";
import { usablePrior } from "../../prior/usable-prior.ts";
import { wherePublished } from "../../prior/where-published.ts";
import { type Identity, sameIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { tableName, whereIs, withUnit } from "../tables/sum-results.ts";

const HEADER = "科目编码\t科目名称\t2023年预算数\t2024年预算数\n";
const EXAMPLE = (rows: readonly string[]) =>
  `示例区民政局2024年部门预算\n部门公开表5\n2024年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n${HEADER}${rows.join("\n")}\n`;
const LAST_YEAR =
  "示例区民政局2023年部门预算\n部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n208\t社会保障和就业支出\t11.00\t7.00\t4.00\n210\t卫生健康支出\t12.00\t8.00\t4.00\n221\t住房保障支出\t13.00\t13.00\t\n";

export default defineRule({
  id: "prior/tables-repeat-last-year",
  level: "error",
  title: { zh: "表中“上年”列应与上年公开件一致", en: "Columns of last year repeat what was published" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "表中的上年预算数应与上年公开件同一科目、同一口径的数相同，只容许单位换算的舍入。一张表多数不符的，多半是口径作过调整，应加以说明。上年执行数、决算数不与上年预算比较。",
    en: "Last year's budget in a table must be what last year's pack printed. Where most of a column differs, its basis was probably changed and needs an explanation.",
  },
  examples: [
    {
      name: "one figure of last year was copied wrongly",
      text: EXAMPLE([
        "201\t一般公共服务支出\t10.00\t11.00",
        "208\t社会保障和就业支出\t11.50\t12.00",
        "210\t卫生健康支出\t12.00\t13.00",
        "221\t住房保障支出\t13.00\t13.00",
      ]),
      prior: LAST_YEAR,
      messages: [
        "部门公开表5 《2024年部门一般公共预算财政拨款支出预算表》 208 社会保障和就业支出 2023年预算数印作 11.50，上年公开件印作 11.00（部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 208 社会保障和就业支出 合计），相差 0.50万元。",
      ],
    },
    {
      name: "most of the column was put on another basis",
      text: EXAMPLE([
        "201\t一般公共服务支出\t30.00\t31.00",
        "208\t社会保障和就业支出\t31.00\t32.00",
        "210\t卫生健康支出\t12.00\t33.00",
      ]),
      prior: LAST_YEAR,
      messages: [
        "部门公开表5 《2024年部门一般公共预算财政拨款支出预算表》的上年数有 3 个可对照，其中 2 个与上年公开件不符（如 201 一般公共服务支出 2023年预算数印作 30.00，上年公开件印作 10.00）。",
      ],
    },
    {
      name: "a column of last year's outturn is not held against its budget",
      text: EXAMPLE([
        "201\t一般公共服务支出\t10.40\t11.00",
        "208\t社会保障和就业支出\t11.50\t12.00",
        "210\t卫生健康支出\t12.00\t13.00",
      ]).replace("2023年预算数", "2023年执行数"),
      prior: LAST_YEAR,
      messages: [],
    },
    {
      name: "every figure of last year as it was published",
      text: EXAMPLE(["201\t一般公共服务支出\t10.00\t11.00", "208\t社会保障和就业支出\t11.00\t12.00"]),
      prior: LAST_YEAR,
      messages: [],
    },
  ],
  *check(context): Generator<RuleResult> {
    const usable = usablePrior(context);
    if ("outcome" in usable) {
      yield usable;
      return;
    }
    const { pack } = context;
    const stated = pack.tables.flatMap((table) => statedIn(pack, table, usable.published));
    if (stated.length === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "表中没有上年预算数", en: "no table prints last year's budget" },
      };
    for (const table of pack.tables)
      yield* resultsOf(
        pack,
        usable.published.pack,
        table,
        stated.filter((one) => one.table === table),
      );
  },
});

/** One cell of last year beside the figures that were published for it. */
interface Stated {
  readonly table: PackTable;
  readonly fact: PackFact;
  readonly nearest: PackFact | undefined;
  readonly verdict: "exact" | "rounding" | "conflict" | "not-published" | "not-understood" | "other-stage";
}

function statedIn(pack: Pack, table: PackTable, published: PublishedFigures): readonly Stated[] {
  const unclear = new Set(unclearCells(table));
  return pack.facts
    .filter(({ id, kind, measure, source }) => {
      const own = source.kind === "cell" && source.table === table.id;
      return own && kind === "amount" && measure.year === -1 && !unclear.has(id);
    })
    .map((fact) => {
      const { year: _year, ...measure } = measureInTable(table, fact);
      if (measure.side === undefined && measure.item === undefined)
        return { table, fact, nearest: undefined, verdict: "not-understood" };
      const found = published
        .find(measure)
        .map((candidate) => ({ candidate, comparison: compareSame(fact.figure, candidate.figure) }));
      const best =
        found.find(({ comparison }) => comparison.verdict === "exact") ??
        found.find(({ comparison }) => comparison.verdict === "rounding") ??
        found[0];
      return {
        table,
        fact,
        nearest: best?.candidate,
        verdict:
          best?.comparison.verdict ??
          (measure.stage === undefined ? ("not-published" as const) : ("other-stage" as const)),
      };
    });
}

function* resultsOf(
  pack: Pack,
  prior: Pack,
  table: PackTable,
  stated: readonly Stated[],
): Generator<RuleResult> {
  const compared = stated.filter(({ nearest }) => nearest !== undefined);
  const wrong = compared.filter(({ verdict }) => verdict === "conflict");
  const agreeing = compared.length - wrong.length;
  const confirmed = agreeing >= 2 && agreeing * 3 >= compared.length * 2;
  for (const one of stated.toSorted((a, b) => depthOf(b) - depthOf(a))) {
    if (one.verdict === "not-understood") yield NOT_UNDERSTOOD;
    else if (one.verdict === "other-stage") yield OTHER_STAGE;
    else if (one.verdict === "not-published") yield NOT_PUBLISHED;
    else if (one.verdict !== "conflict") yield holdsOrRounding(pack, one, confirmed ? identityOf(one) : {});
    else if (confirmed) yield differs(pack, prior, one, wrong);
  }
  if (wrong.length > 0 && !confirmed) yield anotherBasis(pack, table, wrong, compared.length);
}

const NOT_PUBLISHED: RuleResult = {
  outcome: "could-not-check",
  reason: {
    zh: "上年公开件中没有同一科目、同一口径的数",
    en: "last year's pack prints no figure of the same item and basis",
  },
};

const OTHER_STAGE: RuleResult = {
  outcome: "not-applicable",
  reason: {
    zh: "表中的上年数是执行数（决算数、调整数），不是预算数",
    en: "the table prints last year's outturn, not its budget",
  },
};

const NOT_UNDERSTOOD: RuleResult = {
  outcome: "could-not-check",
  reason: {
    zh: "没有读懂表中的上年数说的是什么",
    en: "what a figure of last year in a table measures was not understood",
  },
};

interface MaybeIdentity {
  readonly identity?: Identity;
}

/** Figures of two packs in one system. */
function identityOf({ fact, nearest }: Stated): MaybeIdentity {
  return nearest === undefined ? {} : { identity: sameIdentity(fact, { ...nearest, pack: "prior" }) };
}

function holdsOrRounding(
  pack: Pack,
  { fact, nearest, verdict }: Stated,
  identity: MaybeIdentity,
): RuleResult {
  const alike = nearest?.figure.unit === fact.figure.unit && nearest.figure.decimals === fact.figure.decimals;
  if (verdict === "exact" || nearest === undefined || !alike) return { outcome: "holds", ...identity };
  const { difference } = compareSame(fact.figure, nearest.figure);
  return {
    outcome: "rounding",
    message: {
      zh: `${whereIs(pack, fact)}印作 ${fact.text}，上年公开件印作 ${nearest.text}，相差末位 ${withUnit(difference)}。`,
      en: `${whereIs(pack, fact)} prints ${fact.text}; last year's pack printed ${nearest.text}: the last digit differs.`,
    },
    ...(fact.place === undefined ? {} : { place: fact.place }),
    printed: fact.text,
    expected: nearest.text,
    difference: figureText(difference),
    facts: [fact.id],
    ...identity,
  };
}

/** Parents and totals that differ by the same amount follow from one wrong figure: they share their facts. */
function differs(pack: Pack, prior: Pack, one: Stated, wrong: readonly Stated[]): RuleResult {
  const { fact, nearest } = one;
  if (nearest === undefined) return NOT_PUBLISHED;
  const { difference } = compareSame(fact.figure, nearest.figure);
  const alike = wrong.filter((other) => other !== one && differenceOf(other) === differenceOf(one));
  const [here, there] = [whereIs(pack, fact), wherePublished(prior, nearest)];
  return {
    outcome: "conflict",
    message: {
      zh: `${here}印作 ${fact.text}，上年公开件印作 ${nearest.text}（${there}），相差 ${withUnit(difference)}。`,
      en: `${here} prints ${fact.text}; last year's pack printed ${nearest.text} (${there}), a difference of ${withUnit(difference)}.`,
    },
    remedy: {
      zh: "按上年公开件改正；口径作过调整的，加以说明。",
      en: "Correct it after last year's pack, or explain the change of basis.",
    },
    ...(fact.place === undefined ? {} : { place: fact.place }),
    quote: fact.text,
    printed: fact.text,
    expected: nearest.text,
    difference: figureText(difference),
    facts: [fact.id, ...alike.map((other) => other.fact.id)],
    ...identityOf(one),
  };
}

/** The finest item first: what is wrong there makes its parents wrong. */
function depthOf({ fact: { measure } }: Stated): number {
  const { functional, departmentEconomic, governmentEconomic, item } = measure;
  return (functional ?? departmentEconomic ?? governmentEconomic ?? item ?? "").length;
}

function differenceOf({ fact, nearest }: Stated): bigint {
  return nearest === undefined ? 0n : fineValue(fact.figure) - fineValue(nearest.figure);
}

function anotherBasis(pack: Pack, table: PackTable, wrong: readonly Stated[], compared: number): RuleResult {
  const [first] = wrong;
  const where = first === undefined ? "" : whereIs(pack, first.fact).replace(`${tableName(table)} `, "");
  return {
    outcome: "conflict",
    level: "warning",
    message: {
      zh: `${tableName(table)}的上年数有 ${compared} 个可对照，其中 ${wrong.length} 个与上年公开件不符（如 ${where}印作 ${first?.fact.text}，上年公开件印作 ${first?.nearest?.text}）。`,
      en: `${wrong.length} of ${compared} figures of last year in ${tableName(table)} are not those of last year's pack.`,
    },
    remedy: {
      zh: "核对上年列；机构或口径作过调整的，加以说明。",
      en: "Check the column of last year, or explain the change of basis.",
    },
    ...(first?.fact.place === undefined ? {} : { place: first.fact.place }),
    ...(first === undefined
      ? {}
      : { quote: first.fact.text, printed: first.fact.text, expected: first.nearest?.text ?? "" }),
    facts: wrong.map(({ fact }) => fact.id),
  };
}
