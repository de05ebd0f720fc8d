/** What stands behind each printed figure of a Document, for a reader who asks; keyed by `ref`. Knows no budget word. */
export interface Inspection {
  readonly figures: Readonly<Record<string, FigureInspection>>;
  /** The source lines that figures are made of. */
  readonly lines: LineTable;
}

export interface FigureInspection {
  /** What the figure measures, as one phrase. */
  readonly what: string;
  /** As printed, with its unit. */
  readonly printed: string;
  /** The exact value before rounding, e.g. "118849.00 元". */
  readonly exact?: string;
  /** What conventional rounding would print, where that differs from `printed`. */
  readonly conventional?: string;
  /** Why it differs. */
  readonly because?: string;
  /** A remark, e.g. why a growth rate is left blank. */
  readonly note?: string;
  /** Every place that prints it; `anchor` is the id of the heading or grid that holds it. */
  readonly places: readonly { readonly text: string; readonly anchor: string }[];
  /** The printed sum it comes from. */
  readonly parts?: readonly InspectionPart[];
  /** Which rows of `lines` it is made of; absent where it is not a sum of lines. */
  readonly select?: LineSelection;
}

export interface InspectionPart {
  readonly sign: 1 | -1;
  readonly ref: string;
  readonly label: string;
  readonly printed: string;
}

/** Column id → accepted values: a row is selected when every named column accepts its value. */
export type LineSelection = Readonly<Record<string, readonly string[]>>;

export interface LineTable {
  readonly columns: readonly LineColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface LineColumn {
  readonly id: string;
  readonly label: string;
  /** Accepted values match as prefixes (classification codes); otherwise they match exactly. */
  readonly prefix?: boolean;
  readonly align?: "left" | "right";
}
