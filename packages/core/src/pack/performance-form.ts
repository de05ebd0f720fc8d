import type { OperatorId } from "../budget/terms.ts";
import type { Place } from "../document/document.ts";
import type { Figure } from "../money/figure.ts";

/** One form of performance targets as published: of the body as a whole, or of one project. */
export interface PerformanceForm {
  readonly id: string;
  readonly kind: "overall" | "project";
  /** Title printed above or before the form, as far as one was found. */
  readonly title: string;
  readonly document: string;
  readonly project?: PrintedText;
  /** 编制单位, 实施单位, 部门（单位）名称: who filled it in. */
  readonly unit?: PrintedText;
  /** 主管部门, 业务主管部门. */
  readonly supervisor?: PrintedText;
  readonly amounts: readonly PerformanceAmount[];
  /** The goal of the year, or of the whole period where only that is printed. Absent: the form has no place for it. */
  readonly goal?: PrintedText;
  /** 项目概况 and 立项依据, where the form asks for them. */
  readonly overview?: PrintedText;
  readonly basis?: PrintedText;
  readonly indicators: readonly PerformanceIndicator[];
  /** What the form asks of an indicator: a missing column is no missing entry. */
  readonly columns: ReadonlySet<IndicatorColumn>;
  /** The total of the weights where the header prints it, e.g. 90 of 分值权重（90分）. */
  readonly printedWeightTotal?: number;
  /** Rows that were not understood, or a page that may be missing: sums over the indicators prove nothing. */
  readonly incomplete: boolean;
  /** Nothing is filled in. */
  readonly blank: boolean;
  readonly place?: Place;
}

export interface PrintedText {
  readonly text: string;
  readonly place?: Place;
}

/** An amount of a form. Amounts of one `group` stand under one whole: 当年预算 over 区级支出 and 补助镇街. */
export interface PerformanceAmount {
  readonly id: string;
  readonly role: "total" | "part" | "local" | "transfer";
  readonly group: number;
  /** Label as printed. */
  readonly label: string;
  /** Absent: printed as nil. */
  readonly figure?: Figure;
  readonly text: string;
  /** The unit is not printed in the form. */
  readonly unitAssumed: boolean;
  /** Of the whole period of a project that runs for years, not of the year. */
  readonly period: boolean;
  readonly place?: Place;
}

export type IndicatorColumn =
  | "level1"
  | "level2"
  | "name"
  | "operator"
  | "target"
  | "unit"
  | "weight"
  | "core";

export interface PerformanceIndicator {
  /** 产出指标, 效益指标 …; 数量指标, 质量指标 …, as printed. */
  readonly level1?: string;
  readonly level2?: string;
  readonly name: string;
  readonly operator?: OperatorId;
  /** The target without operator and unit: "95", or words. Empty: nothing is printed. */
  readonly target: string;
  readonly unit: string;
  /** Operator, target and unit as printed. */
  readonly stated: string;
  readonly weight?: Figure;
  readonly core?: boolean;
  readonly place?: Place;
  readonly targetPlace?: Place;
}
