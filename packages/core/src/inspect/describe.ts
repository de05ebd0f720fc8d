import {
  FUNDS,
  KINDS,
  PRIOR_KINDS,
  PROCUREMENT_CLASSES,
  SIDES,
  type Term,
  THREE_PUBLIC_ITEMS,
} from "../budget/terms.ts";
import type { CatalogueId } from "../catalogue/catalogue.ts";
import { nameOf } from "../catalogue/name.ts";
import type { Quantity } from "../fact/fact.ts";
import type { Measure } from "../measure/measure.ts";

const FUND_GROUPS: Readonly<Record<string, string>> = {
  appropriation: "财政拨款",
  "current-year": "本年收入各来源",
  "non-appropriation": "财政拨款以外的来源",
  "other-sources": "财政拨款、事业收入、事业单位经营收入以外的来源",
};

const KIND_GROUPS: Readonly<Record<string, string>> = { "other-kinds": "基本支出、项目支出以外的支出" };

const ITEMS: Readonly<Record<string, string>> = {
  "three-public": "“三公”经费",
  "three-public/vehicles": "公务用车购置及运行维护费",
  "organ-operating-funds": "机关运行经费",
  "town-subsidy": "补助镇街",
  district: "区级支出",
  "small-business": "面向中小企业预留",
  "social-insurance": "社会保险基金",
  projects: "一级项目个数",
  "projects/key": "重点专项个数",
  "projects/general": "一般性项目个数",
};

/** A quantity as one phrase in Chinese, e.g. “2023年 支出 一般公共预算财政拨款 基本支出 2013601 行政运行”. */
export function describeQuantity(quantity: Quantity): string {
  const measured = describeMeasure(quantity.measure);
  switch (quantity.kind) {
    case "change":
      return `${measured} 比${quantity.base.year}年的增减额`;
    case "growth":
      return `${measured} 比${quantity.base.year}年的增幅`;
    default:
      return measured;
  }
}

function describeMeasure(measure: Measure): string {
  const words = [
    `${measure.year}年`,
    measure.side === "balance" ? "收支结余" : termOf(SIDES, measure.side),
    flowWord(measure),
    measure.fund === undefined ? undefined : (FUND_GROUPS[measure.fund] ?? termOf(FUNDS, measure.fund)),
    measure.kind === undefined
      ? undefined
      : (KIND_GROUPS[measure.kind] ?? termOf([...PRIOR_KINDS, ...KINDS], measure.kind)),
    codeWord("functional", measure.functional, measure.year),
    codeWord("department-economic", measure.departmentEconomic, measure.year),
    codeWord("government-economic", measure.governmentEconomic, measure.year),
    procurementWord(measure.procurement),
    measure.project === undefined ? undefined : `项目“${measure.project}”`,
    itemWord(measure.item),
  ];
  return words.filter((word) => word !== undefined && word !== "").join(" ");
}

function flowWord({ flow, side }: Measure): string | undefined {
  if (flow === undefined) return undefined;
  if (flow === "current") return side === "revenue" ? "本年收入" : "本年支出";
  return side === "revenue" ? "上年结转" : "结转下年";
}

function codeWord(catalogue: CatalogueId, code: string | undefined, year: number): string | undefined {
  return code === undefined ? undefined : `${code} ${nameOf(catalogue, code, year) ?? ""}`.trim();
}

function procurementWord(procurement: Measure["procurement"]): string | undefined {
  if (procurement === undefined) return undefined;
  return procurement === "any" ? "政府采购" : `政府采购${termOf(PROCUREMENT_CLASSES, procurement)}`;
}

function itemWord(item: string | undefined): string | undefined {
  if (item === undefined) return undefined;
  const known = ITEMS[item] ?? THREE_PUBLIC_ITEMS.find((part) => item === `three-public/${part.id}`)?.zh;
  return known ?? item;
}

/** The word of a term's identifier; the identifier itself where there is none. */
export function termOf(terms: readonly Term[], id: string | undefined): string | undefined {
  return id === undefined ? undefined : (terms.find((term) => term.id === id)?.zh ?? id);
}
