import type { Box } from "@mingzhang/core";

/** A cell with its text, on the page where it stands. */
export interface TableCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  /** Distance of the text from the left wall, in em of the text. */
  readonly inset: number;
  /** The last line leaves no room: the text may go on elsewhere. */
  readonly full: boolean;
}

export interface TableRow {
  /** Ordered by column; covered positions hold no cell. */
  readonly cells: readonly TableCell[];
}

/** Text printed around a table that belongs to it. */
export interface Surroundings {
  readonly label?: string;
  readonly caption: string;
  readonly aboveLeft?: string;
  readonly aboveRight?: string;
  readonly below: readonly string[];
}

/** A table, of one page or joined from several. */
export interface Table extends Surroundings {
  readonly page: number;
  readonly lastPage: number;
  readonly box: Box;
  readonly xs: readonly number[];
  /** The column boundaries on its last page: programs fit the columns to each page anew. */
  readonly lastXs: readonly number[];
  readonly headerRows: number;
  readonly rows: readonly TableRow[];
  readonly landscape: boolean;
}
