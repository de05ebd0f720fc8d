/**
 * A spreadsheet as a value, free of any library. `writeWorkbook` turns it into xlsx bytes; the XLSX renderer and
 * the budget entry workbook both build it. Rows and columns count from 0; A1 texts count from 1, as on screen.
 */
export interface Workbook {
  readonly title?: string;
  readonly author?: string;
  /** ISO date (YYYY-MM-DD) of the metadata; a fixed day where absent, so that bytes never depend on a clock. */
  readonly date?: string;
  /** Looked up by `Cell.style` and `ConditionalFormat.style`. */
  readonly styles: Readonly<Record<string, Style>>;
  /** At least one is visible. The first visible one is shown on opening. */
  readonly sheets: readonly Sheet[];
  readonly names?: readonly DefinedName[];
}

export interface Sheet {
  /** Legal and unique in the workbook: see `SheetNames`. */
  readonly name: string;
  /** "deep" can only be shown again by a macro. */
  readonly hidden?: boolean | "deep";
  readonly columns?: readonly Column[];
  /** May have holes and differing lengths. */
  readonly rows: readonly (Row | undefined)[];
  readonly merges?: readonly Merge[];
  readonly frozen?: { readonly rows?: number; readonly columns?: number };
  readonly print?: PrintSettings;
  readonly validations?: readonly Validation[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  /** A1 range of the filtered table, its header row included, e.g. "A1:F200". */
  readonly autoFilter?: string;
  readonly protection?: Protection;
  /** Six hexadecimal digits, RRGGBB. */
  readonly tabColor?: string;
  readonly gridLines?: boolean;
}

export interface Column {
  /** In characters of the default font, as on screen; a Chinese character takes two. */
  readonly width?: number;
  readonly hidden?: boolean;
}

export interface Row {
  readonly cells: readonly (Cell | undefined)[];
  /** In points. */
  readonly height?: number;
  readonly hidden?: boolean;
}

export interface Cell {
  /** Absent: an empty cell that still has its style. */
  readonly value?: CellValue;
  /** A key of `Workbook.styles`. */
  readonly style?: string;
  /** Overrides the number format of the style, e.g. "0.00". */
  readonly numberFormat?: string;
  /** A comment that shows when the pointer rests on the cell. */
  readonly note?: string;
  /** Where a click leads inside this workbook, e.g. `reference("表一", "A1")`. */
  readonly link?: string;
}

/** A plain string is always text, whatever it begins with: only `formula` makes a formula. */
export type CellValue = string | NumberValue | FormulaValue;

export interface NumberValue {
  /** Decimal text without grouping, e.g. "-1234.5"; at most 15 significant digits. */
  readonly number: string;
}

export interface FormulaValue {
  /** Without the leading "=", in the English, comma-separated notation of the file format. */
  readonly formula: string;
  /** What the formula gives, for readers that do not calculate. Absent: unknown until it is calculated. */
  readonly cached?: string | NumberValue;
}

export interface Style {
  readonly font?: Font;
  /** Background, six hexadecimal digits, RRGGBB. */
  readonly fill?: string;
  /** Thin lines on these sides. */
  readonly border?: "all" | readonly ("top" | "right" | "bottom" | "left")[];
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  /** False: may be edited although the sheet is protected. */
  readonly locked?: boolean;
}

export interface Font {
  readonly name?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Six hexadecimal digits, RRGGBB. */
  readonly color?: string;
}

export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A4. One page wide and as many pages long as it takes, unless `fitToWidth` is false. */
export interface PrintSettings {
  readonly orientation: "portrait" | "landscape";
  readonly fitToWidth?: boolean;
  /** A1 range, e.g. "A1:F40". */
  readonly area?: string;
  /** First and last row repeated at the top of every page. */
  readonly titleRows?: readonly [number, number];
  /** With the codes of the file format: &P page, &N pages, &L &C &R left, centre, right. */
  readonly header?: string;
  readonly footer?: string;
  /** In inches. */
  readonly margins?: { readonly [side in "top" | "right" | "bottom" | "left"]?: number };
}

/** "第 1 页，共 3 页" in the middle of the foot. */
export const PAGE_NUMBER_FOOTER = "&C第 &P 页，共 &N 页";

/** What may be entered in a range of cells. */
export interface Validation {
  /** One A1 range, or several with spaces between. */
  readonly range: string;
  readonly rule: ListRule | InlineListRule | NumberRule | FormulaRule;
  /** Default true. */
  readonly allowBlank?: boolean;
  /** Shown when the cell is selected: title up to 32, text up to 255 characters. */
  readonly prompt?: Message;
  /** Shown when the entry breaks the rule: title up to 32, text up to 225 characters. Absent: a plain refusal. */
  readonly error?: Message & { readonly level?: "stop" | "warning" | "information" };
}

export interface Message {
  readonly title: string;
  readonly text: string;
}

/** A drop-down from cells: a range of any sheet (`reference(…)`), a defined name, or a formula that gives one. */
export interface ListRule {
  readonly type: "list";
  /** Without "=", e.g. "科目!$A$2:$A$1600", "functionalCodes", "INDIRECT($B2)", "OFFSET(…)". */
  readonly source: string;
}

/** A drop-down of fixed values, together up to 255 characters, none with a comma or a double quote. */
export interface InlineListRule {
  readonly type: "inline-list";
  readonly values: readonly string[];
}

export interface NumberRule {
  readonly type: "whole" | "decimal" | "text-length";
  /** Decimal text or a formula without "="; both bounds belong to the permitted range. */
  readonly minimum?: string;
  readonly maximum?: string;
}

/** The entry is permitted where the formula is true; relative references are as for the first cell of the range. */
export interface FormulaRule {
  readonly type: "formula";
  readonly formula: string;
}

/** Applies a style where the formula is true, as `FormulaRule`. Only font, fill and border of the style count. */
export interface ConditionalFormat {
  readonly range: string;
  readonly formula: string;
  readonly style: string;
}

export interface DefinedName {
  readonly name: string;
  /** A range with its sheet (`reference(…)`) or a formula, without "=". */
  readonly refersTo: string;
  /** Known only on this sheet; absent: in the whole workbook. */
  readonly sheet?: string;
}

/** Guards against slips, not against intent: there is no password. What is listed stays allowed. */
export interface Protection {
  readonly allow?: readonly (
    | "format-cells"
    | "format-columns"
    | "format-rows"
    | "insert-rows"
    | "delete-rows"
    | "sort"
    | "filter"
  )[];
}
