import type { Text } from "../finding/finding.ts";

/**
 * The neutral tree between file formats: readers turn bytes into a Document, renderers turn a Document into
 * bytes. It knows headings, paragraphs and grids with their source places, and no budget word.
 */
export interface Document {
  readonly title: string;
  /** BCP 47 tag, e.g. "zh-CN". */
  readonly language: string;
  readonly author?: string;
  /** ISO date (YYYY-MM-DD) printed in metadata; taken from the input, never from a clock. */
  readonly date?: string;
  readonly blocks: readonly Block[];
  /** What the file is beside its blocks; only of files that were read. */
  readonly file?: FileFacts;
}

/** What a reader saw of a file that no block of the document shows. */
export interface FileFacts {
  readonly pages?: number;
  /** Pages without any text, rule or picture, counted from 1. */
  readonly blankPages?: readonly number[];
  /** Pages with characters that are drawn but stand for none: they can be neither copied nor searched. */
  readonly unmapped?: readonly { readonly page: number; readonly count: number }[];
  /** What nobody sees on the pages and yet goes out with the file. */
  readonly leftovers?: readonly Leftover[];
}

export interface Leftover {
  readonly kind:
    | "hidden-sheets"
    | "hidden-rows"
    | "hidden-columns"
    | "comments"
    | "insertions"
    | "deletions"
    | "hidden-text"
    | "attachments"
    | "author"
    | "company";
  /** Names, or how many. */
  readonly detail: string;
  /** Figures stand in it. */
  readonly figures?: boolean;
}

export type Block = Cover | Contents | Heading | Paragraph | Grid | PageBreak | Chart;

/** The first page: what the pack is, whose, and when. */
export interface Cover {
  readonly type: "cover";
  readonly title: string;
  readonly subtitle?: string;
  readonly lines: readonly string[];
}

/** A list of the headings and captioned grids that follow, with page numbers where the format has pages. */
export interface Contents {
  readonly type: "contents";
  readonly title: string;
}

export interface Heading {
  readonly type: "heading";
  /** 1 = part of the document, 2 = section (一、), 3 = subsection (（一）). */
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** Stable anchor, unique in the document. */
  readonly id: string;
  readonly place?: Place;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
  /** "list" paragraphs are numbered or bulleted items whose marker is part of the text. */
  readonly style?: "body" | "list" | "note" | "signature";
  readonly place?: Place;
}

/** A run of text; `ref` ties a printed figure to what it states (a fact's id). */
export interface Inline {
  readonly text: string;
  readonly ref?: string;
  readonly strong?: boolean;
}

export interface PageBreak {
  readonly type: "page-break";
}

/** A ruled table. `rows` is dense: a covered position of a span holds no cell of its own (as in HTML). */
export interface Grid {
  readonly type: "grid";
  /** Stable anchor, unique in the document, e.g. "table-05". Also the sheet's key in a workbook. */
  readonly id: string;
  /** Printed marker before the caption, e.g. "部门公开表5". */
  readonly label?: string;
  readonly caption: string;
  /** A short name (≤ 31 characters, none of []:*?/\) for a sheet tab. */
  readonly shortName?: string;
  /** Lines printed above the grid, left and right, e.g. "单位全称：…" and "单位：万元". */
  readonly aboveLeft?: string;
  readonly aboveRight?: string;
  readonly columns: readonly GridColumn[];
  /** How many of the first rows are header rows, repeated on every page. */
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Notes printed below, each a line. */
  readonly below: readonly string[];
  readonly orientation: "portrait" | "landscape";
  /** Read from a sheet that its workbook hides. */
  readonly hidden?: boolean;
  readonly place?: Place;
}

export interface GridColumn {
  readonly id: string;
  /** Relative width; the sum over columns is not normalised. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

export interface Cell {
  readonly text: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** Header cells: of a column (in the header rows) or of a row (its label). */
  readonly header?: "column" | "row";
  readonly align?: "left" | "center" | "right";
  /** Depth of a row label in its hierarchy, 0 = outermost; printed as indentation. */
  readonly indent?: number;
  readonly strong?: boolean;
  /** How the words of the cell are meant; printed with a colour, which never says more than the words. */
  readonly tone?: Tone;
  /** The fact that the printed figure states. */
  readonly ref?: string;
  /** The printed figure as a number; absent for text and for a blank. */
  readonly number?: CellNumber;
  /** Set where the printed parts add up exactly to this printed total: the parts' positions in this grid. */
  readonly sum?: readonly SumTerm[];
  readonly place?: Place;
}

export type Tone = "good" | "warning" | "bad" | "info";

export interface CellNumber {
  /** Decimal text without grouping, e.g. "-1234.50". */
  readonly value: string;
  readonly decimals: number;
  readonly percent?: boolean;
}

export interface SumTerm {
  /** Index into `rows` and index of the column (not of the cell) in the grid. */
  readonly row: number;
  readonly column: number;
  readonly sign: 1 | -1;
}

/** A plain bar chart of figures that the document prints, with the table of the same figures. */
export interface Chart {
  readonly type: "chart";
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** One or two series, e.g. this year and last year. */
  readonly series: readonly string[];
  readonly bars: readonly ChartBar[];
}

export interface ChartBar {
  readonly label: string;
  /** One entry per series: decimal text as printed, and the fact that it states; undefined where none is. */
  readonly values: readonly ({ readonly text: string; readonly ref?: string } | undefined)[];
}

/** Where something stands in a file that was read. */
export type Place =
  | { readonly kind: "page"; readonly file?: string; readonly page: number; readonly box?: Box }
  | { readonly kind: "sheet"; readonly file?: string; readonly sheet: string; readonly cell?: string }
  | { readonly kind: "line"; readonly file?: string; readonly line: number; readonly column?: number }
  /**
   * In a sheet that people fill in on a page and that no file holds yet. `row` counts from 1 as the page numbers it;
   * absent: the heading, or a form, which has no rows.
   */
  | {
      readonly kind: "entry";
      readonly file?: undefined;
      readonly sheet: string;
      readonly title: Text;
      readonly row?: number;
      readonly field?: string;
    };

/** PDF points, origin at the top left of the upright page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
