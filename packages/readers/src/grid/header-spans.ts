import type { SourceCell, SourceRow } from "./flow.ts";
import { isData } from "./header-rows.ts";

/**
 * Text files print a header cell once and leave the positions that it covers blank. A blank position under a header
 * belongs to that header; one beside a header with a header of its own below belongs to the left neighbour.
 */
export function withHeaderSpans(rows: readonly SourceRow[]): SourceRow[] {
  const end = rows.findIndex((row) => isData(row) || isTotal(row) || isEmpty(row));
  const height = end === -1 || end > MOST_HEADER_ROWS ? 1 : end;
  if (height === 0) return [...rows];
  return [...spanned(rows.slice(0, height)), ...rows.slice(height)];
}

/** A table of texts has no row of figures that would end its head. */
const MOST_HEADER_ROWS = 12;

const TOTAL = /^[总合]\s*计$/;

function isTotal(row: SourceRow): boolean {
  return row.some((cell) => TOTAL.test(cell.text)) && row.filter((cell) => cell.text !== "").length <= 2;
}

function isEmpty(row: SourceRow): boolean {
  return row.every((cell) => cell.text === "");
}

interface Span {
  readonly cell: SourceCell;
  colSpan: number;
  rowSpan: number;
}

function spanned(rows: readonly SourceRow[]): SourceRow[] {
  const owners: (Span | undefined)[][] = rows.map(() => []);
  rows.forEach((row, index) => {
    for (const cell of row) {
      const owner = cell.text === "" ? ownerOf(rows, owners, { index, column: cell.column }) : undefined;
      const own = owners[index];
      if (own !== undefined) own[cell.column] = owner ?? { cell, colSpan: 1, rowSpan: 1 };
    }
  });
  measure(owners);
  return rows.map((row, index) =>
    row.flatMap((cell) => {
      const owner = owners[index]?.[cell.column];
      if (owner?.cell !== cell) return [];
      return [{ ...cell, colSpan: owner.colSpan, rowSpan: owner.rowSpan }];
    }),
  );
}

function ownerOf(
  rows: readonly SourceRow[],
  owners: readonly (readonly (Span | undefined)[])[],
  { index, column }: { index: number; column: number },
): Span | undefined {
  const above = owners[index - 1]?.[column];
  const left = owners[index]?.[column - 1];
  const leftAbove = owners[index - 1]?.[column - 1];
  // A blank under a wide header that its left neighbour divides goes with that neighbour.
  const divided = above !== undefined && above === leftAbove && left !== above;
  if (above !== undefined && above.cell.text !== "" && !divided) return above;
  const isHeadedBelow = rows[index + 1]?.some((cell) => cell.column === column && cell.text !== "");
  return left !== undefined && left.cell.text !== "" && (isHeadedBelow || divided || index === 0)
    ? left
    : undefined;
}

/** Sets each owner's spans from the positions that it holds. */
function measure(owners: readonly (readonly (Span | undefined)[])[]): void {
  owners.forEach((row, index) => {
    let column = 0;
    for (const owner of row) {
      if (owner !== undefined) {
        owner.colSpan = Math.max(owner.colSpan, column - owner.cell.column + 1);
        owner.rowSpan = Math.max(owner.rowSpan, index - firstRow(owners, owner) + 1);
      }
      column++;
    }
  });
}

function firstRow(owners: readonly (readonly (Span | undefined)[])[], owner: Span): number {
  return owners.findIndex((row) => row.includes(owner));
}
