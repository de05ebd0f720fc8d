import type { CellNumber, Paragraph, Place } from "@mingzhang/core";

/** What a reader finds in a file, in the file's order, before tables get their titles and lines become paragraphs. */
export type FlowItem = FlowLine | FlowTable | FlowContents | FlowBreak;

export interface FlowLine {
  readonly kind: "line";
  readonly text: string;
  /** Stretches set apart by tabs, columns or wide gaps; an empty one is a place left free. */
  readonly parts: readonly string[];
  /** The heading level that the file declares. */
  readonly level?: 1 | 2 | 3;
  readonly style?: NonNullable<Paragraph["style"]>;
  /** Stands right under the line before, so that both may be one line that was broken. */
  readonly follows?: boolean;
  readonly place?: Place;
}

export interface FlowTable {
  readonly kind: "table";
  readonly width: number;
  readonly rows: readonly SourceRow[];
  /** Lines that the file itself ties to the table, from top to bottom. */
  readonly titles: readonly FlowLine[];
  /** Where the file declares them; otherwise they are told by what the rows hold. */
  readonly headerRows?: number;
  /** Short name, e.g. of the sheet. */
  readonly name?: string;
  readonly hidden?: boolean;
  readonly landscape?: boolean;
  readonly place?: Place;
}

/** A list of contents that the file marks as such. */
export interface FlowContents {
  readonly kind: "contents";
  readonly title: string;
}

/** Titles do not reach over a break, as between two sheets. */
export interface FlowBreak {
  readonly kind: "break";
}

/** Cells ordered by column; positions covered by a span hold no cell. */
export type SourceRow = readonly SourceCell[];

export interface SourceCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  readonly number?: CellNumber;
  readonly header?: "column" | "row";
  readonly indent?: number;
  readonly strong?: boolean;
  readonly place?: Place;
}

/** A line of one stretch or, where tabs or wide gaps set some apart, of several. */
export function flowLine(text: string, more: Partial<Omit<FlowLine, "kind" | "text">> = {}): FlowLine {
  const parts = more.parts ?? text.split(WIDE_GAP).map((part) => part.trim());
  return { kind: "line", ...more, text: tidyLine(text), parts: parts.map(tidyLine) };
}

const WIDE_GAP = /\t+|[ \u00a0]{4,}|\u3000{3,}|[ \u00a0\u3000]{6,}/;

/** Text as one line: blanks that only lay it out become one blank or go. */
function tidyLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b\ufeff\u00ad]/g, "")
    .replace(/[ \t\r\n\u00a0]+/g, " ")
    .trim();
}
