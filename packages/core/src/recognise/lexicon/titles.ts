import type { MeasureTemplate } from "../../measure/measure.ts";
import type { TableConcept } from "../../pack/pack.ts";
import { plain } from "../text.ts";

interface TitleWord {
  readonly pattern: RegExp;
  readonly concept: TableConcept;
}

/** Titles of the field's tables, the particular before the general. */
const TITLES: readonly TitleWord[] = [
  { pattern: /目录$|目录\)?$|^公开目录/u, concept: "catalogue" },
  { pattern: /整体.*绩效|整体支出绩效/u, concept: "overall-performance" },
  { pattern: /绩效(?:目标|自评|指标)/u, concept: "project-performance" },
  { pattern: /政府购买服务/u, concept: "purchased-services" },
  { pattern: /政府采购/u, concept: "procurement" },
  { pattern: /社会保险基金/u, concept: "social-insurance" },
  { pattern: /三公/u, concept: "three-public-expenses" },
  { pattern: /机关运行经费/u, concept: "operating-funds" },
  {
    pattern: /项目支出(?:预算)?明细|项目(?:支出)?表(?:\(|$)|专项(?:业务)?经费|转移支付/u,
    concept: "project-list",
  },
  { pattern: /政府性基金.*(?:支出|收支)/u, concept: "government-fund-expenditure" },
  { pattern: /国有资本经营.*(?:支出|收支)/u, concept: "state-capital-expenditure" },
  { pattern: /基本支出.*(?:经济|表)/u, concept: "basic-by-economic" },
  { pattern: /一般公共.*项目支出/u, concept: "project-by-economic" },
  { pattern: /一般公共.*经济/u, concept: "general-public-by-economic" },
  { pattern: /一般公共.*支出/u, concept: "general-public-expenditure" },
  { pattern: /(?:财政拨款|预算拨款).*收支|收支.*财政拨款/u, concept: "appropriation-summary" },
  { pattern: /财政拨款.*支出/u, concept: "appropriation-expenditure" },
  { pattern: /收支.*(?:总表|总体|情况|预算)|财务收支/u, concept: "department-summary" },
  { pattern: /收入.*(?:总表|总体|情况|预算|表)/u, concept: "department-revenue" },
  { pattern: /支出.*(?:总表|总体|情况|预算|表)/u, concept: "department-expenditure" },
];

/** Which table of the field a title names; "other" where no word of it is known. */
export function conceptOfTitle(title: string): TableConcept {
  const text = plain(title);
  return TITLES.find((word) => word.pattern.test(text))?.concept ?? "other";
}

/** Dimension values that all cells of such a table share. */
export const CONCEPT_SCOPES: Readonly<Partial<Record<TableConcept, MeasureTemplate>>> = {
  "department-revenue": { side: "revenue" },
  "department-expenditure": { side: "expenditure" },
  "appropriation-summary": { fund: "appropriation" },
  "appropriation-expenditure": { side: "expenditure", fund: "appropriation" },
  "general-public-expenditure": { side: "expenditure", fund: "general-public" },
  "general-public-by-economic": { side: "expenditure", fund: "general-public" },
  "project-by-economic": { side: "expenditure", fund: "general-public", kind: "project" },
  "government-fund-expenditure": { side: "expenditure", fund: "government-fund" },
  "state-capital-expenditure": { side: "expenditure", fund: "state-capital" },
  "three-public-expenses": { side: "expenditure" },
  "operating-funds": { side: "expenditure", item: "organ-operating-funds" },
};

/** The scope of a table: its concept's, and for basic expenditure the fund that the title names. */
export function scopeOf(concept: TableConcept, title: string): MeasureTemplate {
  const scope = CONCEPT_SCOPES[concept];
  if (scope !== undefined) return scope;
  if (concept !== "basic-by-economic") return {};
  const text = plain(title);
  const fund = /财政拨款/u.test(text) && !/一般公共/u.test(text) ? "appropriation" : "general-public";
  const total = !/财政拨款|一般公共/u.test(text);
  return { side: "expenditure", kind: "basic", ...(total ? {} : { fund }) };
}
