import fc from "fast-check";
import { fen, ZERO } from "../../money/fen.ts";
import type { Budget, BudgetLine, Department, Procurement, Project, Revenue } from "../budget.ts";
import { ASSET_ITEMS, FUNDS, OPERATORS, PRIOR_ITEMS, PRIOR_KINDS, PROCUREMENT_CLASSES } from "../terms.ts";

/** Words and lines as people type them: no blanks at the ends, not taken for a formula's error. */
export const word = fc
  .stringMatching(/^[甲乙丙丁一二《》（），。、a-z0-9 ]{1,12}$/u)
  .map((text) => `文${text.trim()}`);
const lines = fc.array(word, { minLength: 1, maxLength: 3 });
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const amount = fc.bigInt({ min: 1n, max: 10n ** 14n }).map(fen);
export const idOf = <Id extends string>(terms: readonly { readonly id: Id }[]) =>
  fc.constantFrom(...terms.map((term) => term.id));
const fund = idOf(FUNDS);

/** Leaves out what is undefined, as exact optional properties want it. */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}

const UNITS = [
  { id: "机关", name: "机关本级", type: "administrative", mandate: [], structure: [] },
  {
    id: "中心",
    name: "服务中心",
    code: "216002",
    type: "public-welfare-2",
    mandate: ["一。"],
    structure: ["二。", "三。"],
    overallGoal: "服务好。",
  },
] as const;
const PROJECTS = ["甲项目", "乙项目"] as const;

const department: fc.Arbitrary<Department> = fc
  .record({
    year: fc.constant(2023),
    region: word,
    profile: fc.constant("chongqing-district"),
    name: word,
    code: maybe(word),
    mandate: lines,
    structure: lines,
    overallGoal: maybe(word),
    approvalDate: maybe(fc.constantFrom("2023-02-10", "2022-12-31", "2024-02-29")),
    contact: word,
    telephone: fc.constant("023-00000000"),
  })
  .map(compact) as fc.Arbitrary<Department>;

const line: fc.Arbitrary<BudgetLine> = fc
  .record({
    unit: fc.constantFrom(...UNITS),
    fund,
    carryOver: fc.boolean(),
    functional: fc.constantFrom("2013601", "2080505", "2210201"),
    project: maybe(fc.constantFrom(...PROJECTS)),
    // A pair that both kinds of units may have, so that each has its own government code.
    economic: fc.constantFrom(
      ["30101", "50101", "50501"],
      ["30201", "50201", "50502"],
      ["31002", "50306", "50601"],
    ),
    procurement: maybe(idOf(PROCUREMENT_CLASSES)),
    amount,
  })
  .map(({ unit, economic, project, ...rest }) => {
    const [departmentEconomic, organ, institution] = economic;
    const governmentEconomic = unit.type === "administrative" ? organ : institution;
    const kind = project === undefined ? "operating" : "project";
    return compact({
      year: 2023,
      unit: unit.id,
      kind,
      project,
      departmentEconomic,
      governmentEconomic,
      ...rest,
    });
  }) as fc.Arbitrary<BudgetLine>;

const project = (name: string): fc.Arbitrary<Project> =>
  fc.record({
    name: fc.constant(name),
    rank: fc.constantFrom("key", "general"),
    compiledBy: word,
    supervisedBy: word,
    summary: word,
    basis: lines.map((texts) => texts.join("\n")),
    goal: word,
    townSubsidy: fc.constant(ZERO),
  });

const indicator = fc
  .record({
    owner: fc.constantFrom({}, { unit: "中心" }, ...PROJECTS.map((name) => ({ project: name }))),
    weight: fc.constantFrom("0", "8", "12.5"),
    measureUnit: fc.constantFrom("", "%", "人次"),
    operator: idOf(OPERATORS),
    target: fc.constantFrom("100", "2500", "0.5"),
    core: fc.boolean(),
  })
  .map(({ owner, ...rest }) => compact({ ...owner, ...rest }));

/** Revenues that balance the lines, each line by a revenue of its own, with something left for the next year. */
function revenuesOf(budgetLines: readonly BudgetLine[], left: readonly boolean[]): Revenue[] {
  return budgetLines.flatMap(({ unit, fund, carryOver, functional, amount: spent }, index): Revenue[] => {
    const item = carryOver ? "carry-over-in" : "current";
    const rest = fen(left[index] === true ? 12_345n : 0n);
    const inflow: Revenue = { unit, fund, item, carryOver: false, amount: fen(spent + rest) };
    if (rest === 0n) return [inflow];
    return [inflow, { unit, fund, item: "carry-over-out", functional, carryOver, amount: rest }];
  });
}

function procurementsOf(budgetLines: readonly BudgetLine[]): Procurement[] {
  return budgetLines.flatMap(({ unit, fund, procurement, amount: spent }, index) =>
    procurement === undefined
      ? []
      : [
          {
            unit,
            class: procurement,
            name: `品目${index}`,
            quantity: "2.5",
            fund,
            amount: spent,
            smallBusiness: spent,
          },
        ],
  );
}

/** Any budget that reading finds no error in. */
export const arbitraryBudget: fc.Arbitrary<Budget> = fc
  .record({
    department,
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    left: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    isDetailed: fc.boolean(),
    projects: fc.tuple(...PROJECTS.map(project)),
    indicators: fc.array(indicator, { maxLength: 5 }),
    priorLines: fc.array(
      fc
        .record({
          year: fc.constant(2022),
          unit: maybe(fc.constantFrom("机关", "中心")),
          fund,
          functional: fc.constant("2013601"),
          kind: idOf(PRIOR_KINDS),
          amount,
        })
        .map(compact),
      { maxLength: 3 },
    ),
    priorItems: fc.subarray(PRIOR_ITEMS.map(({ id }) => ({ year: 2022, item: id, amount: fen(100n) }))),
    assets: fc.subarray(
      ASSET_ITEMS.map(({ id }, index) => ({ unit: "中心", item: id, held: index, planned: 1 })),
    ),
    notes: fc.array(
      fc
        .record({
          unit: maybe(fc.constantFrom("机关", "中心")),
          table: maybe(word),
          text: lines.map((texts) => texts.join("\n")),
        })
        .map(compact),
    ),
  })
  .map(({ left, isDetailed, indicators, ...rest }) => ({
    ...rest,
    units: UNITS,
    revenues: isDetailed ? revenuesOf(rest.lines, left) : [],
    procurements: isDetailed ? procurementsOf(rest.lines) : [],
    indicators: indicators.map((values, index) => ({ ...values, name: `指标${"一二三四五"[index] ?? ""}` })),
    socialInsurance: isDetailed ? [{ side: "revenue", fund: "unemployment", amount: ZERO }] : [],
    reasons: isDetailed ? [{ subject: "2013601", use: "办公" }] : [],
  })) as fc.Arbitrary<Budget>;
