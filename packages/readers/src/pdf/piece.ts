import type { Box } from "@mingzhang/core";
import type { Line } from "./lines.ts";

/** A cell of a table as it stands on one page. */
export interface PieceCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly box: Box;
  readonly lines: readonly Line[];
}

export interface PieceRow {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Ordered by column; positions covered by a span from above or the left hold no cell. */
  readonly cells: readonly PieceCell[];
}

/** The part of a table that stands on one page. */
export interface Piece {
  readonly page: number;
  readonly box: Box;
  readonly xs: readonly number[];
  readonly rows: readonly PieceRow[];
  readonly landscape: boolean;
}
