import type { ProjectRankId } from "../budget/terms.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import type { AmountFormat } from "../money/figure.ts";

/**
 * One disclosure table as data. Deriving, composing, explaining, recognising and checking are loops over it.
 * Texts may hold {year}, {prior}, {region}, {body} (部门 or 单位) and {name}.
 */
export interface TableDefinition {
  readonly id: string;
  readonly title: string;
  /** Dimension values that all cells share. */
  readonly scope: MeasureTemplate;
  /** One block, or several side by side that share nothing but the page (收入 | 支出). */
  readonly blocks: readonly BlockDefinition[];
  readonly orientation: "portrait" | "landscape";
  /** A table that always prints another unit or precision than the profile's. */
  readonly format?: AmountFormat;
  /** Printed below when the table has no figure; the profile gives the usual words. */
  readonly whenEmpty?: string;
  /** The table, in another set, that says the same: notes that a body filed under it are printed here too. */
  readonly counterpart?: string;
}

export interface BlockDefinition {
  /** Header over the whole block, e.g. 收入. */
  readonly heading?: string;
  readonly scope?: MeasureTemplate;
  readonly columns: readonly ColumnDefinition[];
  readonly rows: readonly RowDefinition[];
}

interface ColumnBase {
  readonly id: string;
  /** Header cells from the top down; equal neighbours are merged. */
  readonly header: readonly string[];
  /** Relative width. */
  readonly width: number;
  /** Left out where no row has a figure in it: what the usual form has no place for, so that nothing is lost. */
  readonly whenFilled?: true;
}

export type ColumnDefinition =
  | (ColumnBase & { readonly show: "code" | "name" | "label" | CodePart })
  | (ColumnBase & {
      readonly measure: MeasureTemplate;
      /** Ids of the columns of this block that add up to this one. */
      readonly parts?: readonly string[];
      /** A zero is printed where another figure of the row is not nil; otherwise a nil cell stays blank. */
      readonly nil?: "zero";
    })
  | (ColumnBase & { readonly growth: readonly [now: string, base: string] });

/** One level of a code printed on its own: 类, 款 or 项. */
export type CodePart = "category" | "subcategory" | "item";

export type RowDefinition = FixedRow | ClassifiedRows;

export interface FixedRow {
  readonly id: string;
  /** The row's name in figures.csv where it differs from the label. */
  readonly name?: string;
  readonly label: string;
  /** Printed in the code column. */
  readonly code?: string;
  readonly indent?: number;
  readonly strong?: boolean;
  /** Left out where it has no figure. */
  readonly whenFilled?: true;
  readonly measure?: MeasureTemplate;
  /** Per column id: what the row measures there instead; null leaves the cell blank. */
  readonly cells?: Readonly<Record<string, MeasureTemplate | null>>;
  /** Row ids that add up to this row; of classified rows their top level counts. */
  readonly parts?: readonly string[];
  /** Row ids that are taken away. */
  readonly minus?: readonly string[];
  /** Rows of side-by-side blocks in the same band start on the same line; a row without one continues its band. */
  readonly band?: number;
}

/** One row for each code of a classification that the body uses, at the given levels. */
export interface ClassifiedRows {
  readonly id: string;
  readonly each: Classification;
  readonly levels: readonly (1 | 2 | 3)[];
  /** "code name" as the row's identity in figures.csv (category rows of the summary tables). */
  readonly named?: "code-and-name";
  /** Number the labels 一、二、… */
  readonly numbered?: boolean;
  readonly indent?: number;
  readonly measure?: MeasureTemplate;
}

export type Classification = "functional" | "departmentEconomic" | "governmentEconomic";

/**
 * A form of performance targets: the department's own, or one form for each project of a rank. Its layout is
 * fixed by the Ministry's practice and shared by all places that publish it.
 */
export interface PerformanceTableDefinition {
  readonly id: string;
  readonly title: string;
  readonly form: "overall" | "project";
  readonly rank?: ProjectRankId;
}

export type AnyTableDefinition = TableDefinition | PerformanceTableDefinition;

export function isPerformanceTable(definition: AnyTableDefinition): definition is PerformanceTableDefinition {
  return "form" in definition;
}

/** Types a table definition; the definition is the table. */
export function defineTable<const Definition extends AnyTableDefinition>(definition: Definition): Definition {
  return definition;
}

/** The header that the printed code columns stand for, by level. */
export const CODE_LENGTH: Readonly<Record<1 | 2 | 3, number>> = { 1: 3, 2: 5, 3: 7 };
