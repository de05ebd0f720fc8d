import type { Document, Grid } from "@mingzhang/core";

/** A table as plain rows of text: every row has a text for every column, empty where a span covers it. */
export interface PlainTable {
  /** The page where it begins; 1 for a format without pages. */
  readonly page: number;
  readonly rows: readonly (readonly string[])[];
}

/** The grids of a document as plain tables, in the order of the document. */
export function tablesOf(document: Document): PlainTable[] {
  return document.blocks
    .filter((block) => block.type === "grid")
    .map((grid) => ({ page: grid.place?.kind === "page" ? grid.place.page : 1, rows: plainRows(grid) }));
}

/** The text of a span stands in its first position. */
function plainRows(grid: Grid): string[][] {
  const width = Math.max(grid.columns.length, ...grid.rows.map((row) => row.length));
  const covered = new Set<string>();
  return grid.rows.map((row, index) => {
    const texts = new Array<string>(width).fill("");
    let column = 0;
    for (const cell of row) {
      while (covered.has(`${index}:${column}`)) column++;
      texts[column] = cell.text;
      const columns = cell.colSpan ?? 1;
      for (let below = 1; below < (cell.rowSpan ?? 1); below++)
        for (let right = 0; right < columns; right++) covered.add(`${index + below}:${column + right}`);
      column += columns;
    }
    return texts;
  });
}
