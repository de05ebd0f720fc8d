import type { FundId, KindId, PriorKindId, ProcurementClassId, SideId } from "../budget/terms.ts";

/** Selectors of a fund: one source, or a named group of sources. */
export type FundSelector = FundId | "appropriation" | "current-year" | "non-appropriation" | "other-sources";
/** Selectors of a kind: one kind, basic (personnel and operating), or what is neither basic nor project. */
export type KindSelector = KindId | PriorKindId | "other-kinds";

/**
 * What is measured, apart from body and year: a set of dimension values. A dimension left out means "all of it".
 * Table definitions and sentence patterns are written with these; `year` is relative to the budget year.
 */
export interface MeasureTemplate {
  readonly year?: 0 | -1;
  /** Left out: the budget as approved at the start of the year. */
  readonly stage?: "executed" | "adjusted" | "final";
  /** "balance" is revenue less expenditure. */
  readonly side?: SideId | "balance";
  readonly fund?: FundSelector;
  /** Revenue: of the year, or carried over into it. Expenditure: in the year, or carried over to the next. */
  readonly flow?: "current" | "carry-over";
  readonly functional?: string;
  readonly kind?: KindSelector;
  readonly departmentEconomic?: string;
  readonly governmentEconomic?: string;
  readonly procurement?: ProcurementClassId | "any";
  readonly project?: string;
  /** What no classification gives: 三公 items, organ operating funds, assets, social insurance, counts. */
  readonly item?: string;
}

/** A measure of one body in one year. */
export interface Measure extends Omit<MeasureTemplate, "year"> {
  readonly body: string;
  readonly year: number;
}

const FUND_GROUPS: Readonly<Record<string, readonly FundId[]>> = {
  appropriation: ["general-public", "government-fund", "state-capital"],
  "current-year": [
    "general-public",
    "government-fund",
    "state-capital",
    "special-account",
    "service",
    "superior-subsidy",
    "affiliate-remittance",
    "business",
    "other",
  ],
  "non-appropriation": [
    "special-account",
    "service",
    "superior-subsidy",
    "affiliate-remittance",
    "business",
    "other",
    "institutional-fund",
  ],
  // What 其他收入 takes in where 事业收入 and 事业单位经营收入 are the only other sources with a place of their own.
  "other-sources": [
    "special-account",
    "superior-subsidy",
    "affiliate-remittance",
    "other",
    "institutional-fund",
  ],
};

const KIND_GROUPS: Readonly<Record<string, readonly PriorKindId[]>> = {
  basic: ["basic", "personnel", "operating"],
  "other-kinds": ["remittance-to-superior", "business", "subsidy-to-subordinate"],
};

/** The funds that a selector accepts. */
export function fundsOf(selector: FundSelector): readonly string[] {
  return FUND_GROUPS[selector] ?? [selector];
}

/** The kinds that a selector accepts. */
export function kindsOf(selector: KindSelector): readonly string[] {
  return KIND_GROUPS[selector] ?? [selector];
}

const DIMENSIONS = [
  "body",
  "year",
  "stage",
  "side",
  "fund",
  "flow",
  "functional",
  "kind",
  "departmentEconomic",
  "governmentEconomic",
  "procurement",
  "project",
  "item",
] as const satisfies readonly (keyof Measure)[];

/** The canonical text of a measure: equal measures have equal keys. */
export function measureKey(measure: Measure): string {
  return DIMENSIONS.filter((dimension) => measure[dimension] !== undefined)
    .map((dimension) => `${dimension}=${measure[dimension]}`)
    .join(";");
}

/** Combines templates; a later template refines an earlier one. */
export function combine(...templates: readonly (MeasureTemplate | undefined)[]): MeasureTemplate {
  return Object.assign({}, ...templates);
}

/** Binds a template to a body and a budget year. */
export function bind(template: MeasureTemplate, body: string, budgetYear: number): Measure {
  const { year = 0, ...rest } = template;
  return { ...rest, body, year: budgetYear + year };
}
