import type { FactFormat } from "../fact/fact.ts";
import type { Text } from "../finding/finding.ts";
import type { PerformanceSettings } from "../performance/settings.ts";

/**
 * What differs between places and years, as data (`profiles/<id>.json`): which tables in which order under which
 * titles, the outline of the pack, unit and wording. Texts may hold the variables of `table/text.ts`.
 */
export interface Profile {
  readonly id: string;
  readonly name: Text;
  /** The pack's name: the title of its files. */
  readonly title: string;
  /** How amounts are printed in tables, unless a table says otherwise. */
  readonly format: FactFormat;
  /** How amounts are printed in sentences. */
  readonly narrativeFormat: FactFormat;
  /** What sentences compare with, as in 比{prior}年预算增加: {prior}年, {prior}年预算. */
  readonly comparisonBase: string;
  /** What the body is called: of a department's pack, and of a unit's. */
  readonly body: { readonly department: string; readonly unit: string };
  readonly cover: { readonly title: string; readonly subtitle?: string; readonly lines: readonly string[] };
  readonly contentsTitle: string;
  readonly aboveLeft: string;
  /** {unit} is the unit of the table's amounts. */
  readonly aboveRight: string;
  /** Above the forms of project targets; {compiler} is the unit that compiled the form. */
  readonly aboveForm: string;
  /** Printed for growth on a nil base. */
  readonly nilBase: string;
  /** Printed below a table without figures; {table} is the table's subject. */
  readonly whenEmpty: string;
  readonly outline: readonly OutlineItem[];
  readonly tables: readonly ProfileTable[];
  /** What the weights of indicators must add up to (100; projects 90 where execution takes 10). */
  readonly weights: { readonly overall: number; readonly project: number };
  /** How targets are printed, monitored and evaluated. */
  readonly performance: PerformanceSettings;
  /** A change of this many percent or more needs a reason, and so does one from nothing. */
  readonly reasonThreshold: number;
}

export type OutlineItem =
  /** A part of the document with its own title, not numbered unless it says so. */
  | { readonly part: string; readonly numbering?: "none" | "chinese" }
  /**
   * A narrative section, numbered unless it says otherwise: within its part, or (level 1) as a part of its own
   * among the parts.
   */
  | {
      readonly section: string;
      readonly heading?: string;
      readonly level?: 1 | 2;
      readonly numbering?: "none" | "chinese";
    }
  /** The table catalogue (公开目录). */
  | { readonly catalogue: string }
  /** All tables. */
  | { readonly tables: true };

export interface ProfileTable {
  /** Id of the table definition. */
  readonly table: string;
  /** The number in figures.csv, e.g. "5". */
  readonly number: string;
  /** 表五; also the name of the sheet. */
  readonly shortName: string;
  /** Printed above the title, e.g. 部门公开表5. */
  readonly label?: string;
  readonly title?: string;
  readonly whenEmpty?: string;
}
