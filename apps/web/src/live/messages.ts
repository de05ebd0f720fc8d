import type { Fen, FigureInspection } from "@mingzhang/core";
import type { Frame } from "@mingzhang/renderers/frame";
import type { CeilingKind, CheckResult, Row } from "@mingzhang/server/api";
import type { Comparison } from "../flow/compare.ts";
import type { AsOf, YearView } from "../year/compute-year.ts";

export type Rounding = "conventional" | "consistent";

/** What the page asks of the worker. */
export type Question =
  /** The sheets that changed since the last time; the others stand. */
  | {
      readonly kind: "check";
      readonly turn: number;
      readonly changed: readonly (readonly [sheet: string, rows: readonly Row[]])[];
      readonly unit: string | undefined;
      /** Conventional is quick; consistent is what is published and what the server's gates judge. */
      readonly rounding: Rounding;
      /** With the year of the budget; absent: the budget alone, derived as it is published. */
      readonly year?: AsOf;
    }
  /** From which records of the register an indicator is counted. */
  | {
      readonly kind: "trail";
      readonly turn: number;
      readonly project: string | null;
      readonly indicator: string;
      readonly until: string;
    }
  | { readonly kind: "preview"; readonly turn: number; readonly rounding: Rounding }
  | { readonly kind: "figure"; readonly turn: number; readonly ref: string }
  /** Two entries, of which either may be of another year. */
  | {
      readonly kind: "compare";
      readonly turn: number;
      readonly left: SheetList;
      readonly right: SheetList;
      readonly unit: string | undefined;
    };

type SheetList = readonly { readonly sheet: string; readonly rows: readonly Row[] }[];

/** What is entered of what a ceiling limits, in fen. */
export interface Entered {
  /** Short name of the unit; undefined: the whole budget. */
  readonly unit: string | undefined;
  readonly kind: CeilingKind;
  readonly amount: Fen;
}

/** What stands behind a figure, with the lines that it is made of. */
export interface FigureAnswer {
  readonly ref: string;
  readonly figure: FigureInspection;
  readonly columns: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Positions of these lines in the budget's sheet of lines. */
  readonly rows: readonly string[];
}

export type Answer =
  | {
      readonly kind: "check";
      readonly turn: number;
      readonly findings: readonly CheckResult["findings"][number][];
      readonly counts: CheckResult["counts"];
      readonly readable: boolean;
      /** Empty where the entry cannot be read as a budget. */
      readonly entered: readonly Entered[];
      /** Absent where it was not asked for, or something entered cannot be read. */
      readonly year?: YearView;
    }
  /** Ids of rows of the sheet of records. */
  | { readonly kind: "trail"; readonly turn: number; readonly rows: readonly string[] }
  | {
      readonly kind: "preview";
      readonly turn: number;
      /** Absent where the entry cannot be read as a budget. */
      readonly page?: Frame & { readonly differences: number };
    }
  | { readonly kind: "figure"; readonly turn: number; readonly answer: FigureAnswer | undefined }
  /** Without a comparison where one of the two cannot be read as a budget. */
  | { readonly kind: "compare"; readonly turn: number; readonly comparison?: Comparison }
  | { readonly kind: "failed"; readonly turn: number };
