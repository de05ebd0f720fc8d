import type { Document, Place } from "../document/document.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import type { Figure } from "../money/figure.ts";
import type { PerformanceForm } from "./performance-form.ts";

/** What recognition understood of a published pack: everything that checks look at, and what was not understood. */
export interface Pack {
  readonly kind: PackKind;
  /** Why the pack is of that kind, in Chinese and English: shown when it is not a budget. */
  readonly reason: { readonly zh: string; readonly en: string };
  /** The budget year, where the pack states one. */
  readonly year?: number;
  /** Full name of the publishing body as the pack prints it. */
  readonly body?: string;
  /** Whether the first page calls it the budget of a department with its units, or of one unit. */
  readonly scope?: "department" | "unit";
  readonly documents: readonly PackDocument[];
  /** What the contents pages and the table catalogue promise. */
  readonly contents: readonly ContentsEntry[];
  readonly tables: readonly PackTable[];
  readonly paragraphs: readonly PackParagraph[];
  /** Every figure that was understood, of tables and of sentences. */
  readonly facts: readonly PackFact[];
  /** Forms of performance targets. */
  readonly performance: readonly PerformanceForm[];
  /** What was not understood, each with its place: never silently dropped. */
  readonly unread: readonly Unread[];
}

/** `several`: its files are of different bodies or years, and must be checked apart. */
export type PackKind = "budget" | "final-accounts" | "template" | "several" | "other";

/** Whether it is something that a body must publish. */
export function isDisclosure(kind: PackKind): kind is "budget" | "final-accounts" {
  return kind === "budget" || kind === "final-accounts";
}

export interface PackDocument {
  readonly name: string;
  readonly document: Document;
}

export interface ContentsEntry {
  readonly text: string;
  /** Of a table: its number as printed, e.g. "5". */
  readonly tableNumber?: string;
  /** The contents say themselves that the table is empty, and why: it may be left out. */
  readonly declaredEmpty?: boolean;
  readonly place?: Place;
}

/** Which table of the field a grid is; new concepts are added to this list only. */
export type TableConcept =
  | "department-summary"
  | "department-revenue"
  | "department-expenditure"
  | "appropriation-summary"
  | "appropriation-expenditure"
  | "general-public-expenditure"
  | "general-public-by-economic"
  | "basic-by-economic"
  | "project-by-economic"
  | "three-public-expenses"
  | "government-fund-expenditure"
  | "state-capital-expenditure"
  | "social-insurance"
  | "procurement"
  | "purchased-services"
  | "operating-funds"
  | "project-list"
  | "overall-performance"
  | "project-performance"
  | "catalogue"
  | "other";

/** One table, joined over its pages. */
export interface PackTable {
  readonly id: string;
  readonly concept: TableConcept;
  readonly caption: string;
  /** Marker as printed, e.g. 部门公开表5; and the number in it. */
  readonly label?: string;
  readonly number?: string;
  /** 元 or 万元 as printed; absent where none is printed (then the pack's usual unit is assumed: `unitAssumed`). */
  readonly unit?: "yuan" | "wan-yuan";
  readonly unitAssumed?: boolean;
  readonly document: string;
  readonly place?: Place;
  readonly columns: readonly PackColumn[];
  readonly rows: readonly PackRow[];
  readonly notes: readonly string[];
}

export interface PackColumn {
  readonly index: number;
  /** Header texts from the top down, blanks removed. */
  readonly header: readonly string[];
  readonly role: "code" | "label" | "figure" | "growth" | "text" | "unknown";
  /** Side-by-side blocks count from 0: rows of different blocks share nothing. */
  readonly block: number;
  /** Dimension values that the header gives. */
  readonly measure: MeasureTemplate;
  /** Indices of the columns that this one totals, where the header makes it plain (合计 over its siblings). */
  readonly parts?: readonly number[];
  /** A part of another column that is not to be added (其中). */
  readonly ofWhich?: boolean;
}

/** One row of one block of a table. */
export interface PackRow {
  readonly index: number;
  readonly block: number;
  /** The classification code, without separators, e.g. "2080505". */
  readonly code?: string;
  readonly label: string;
  readonly role: "total" | "classified" | "item" | "of-which" | "unknown";
  readonly measure: MeasureTemplate;
  readonly place?: Place;
  /** Fact ids by column index. */
  readonly cells: Readonly<Record<number, string>>;
}

export interface PackParagraph {
  readonly text: string;
  readonly document: string;
  /** Headings above, outermost first. */
  readonly headings: readonly string[];
  readonly heading?: boolean;
  readonly place?: Place;
}

/** A printed figure with what it measures and where it stands. */
export interface PackFact {
  readonly id: string;
  /** Dimension values; `year` is relative to the pack's year. */
  readonly measure: MeasureTemplate;
  readonly kind: "amount" | "change" | "growth" | "share" | "count";
  readonly figure: Figure;
  /** As printed, without unit. */
  readonly text: string;
  readonly place?: Place;
  readonly source:
    | { readonly kind: "cell"; readonly table: string; readonly row: number; readonly column: number }
    | { readonly kind: "sentence"; readonly paragraph: number; readonly start: number; readonly end: number };
}

export interface Unread {
  readonly what: "table" | "column" | "row" | "figure" | "cell";
  readonly text: string;
  /** Why it was not understood. */
  readonly reason: { readonly zh: string; readonly en: string };
  readonly place?: Place;
}
