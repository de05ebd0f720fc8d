import { isAmount, isDigitsWrapped, isFigure } from "./cellText.ts";
import type { Line } from "./lines.ts";
import type { PartLine } from "./parts.ts";
import type { Piece, PieceCell, PieceRow } from "./piece.ts";
import { isAnchor, rowsOfLines } from "./textRows.ts";

/** Rows that no level rule parts, as in a table with upright rules only, are parted by their lines of figures. */
export function splitTallRows(piece: Piece): Piece {
  const columns = piece.xs.length - 1;
  const rows = piece.rows.flatMap((row) => (isWhole(row, columns) ? splitRow(row, piece.xs) : [row]));
  return rows.length === piece.rows.length ? piece : { ...piece, rows };
}

/** No cell of the row reaches into another row. */
function isWhole(row: PieceRow, columns: number): boolean {
  const width = row.cells.reduce((sum, cell) => sum + cell.colSpan, 0);
  return width === columns && row.cells.every((cell) => cell.rowSpan === 1);
}

function splitRow(row: PieceRow, xs: readonly number[]): PieceRow[] {
  if (!row.cells.some((cell) => holdsSeveralFigures(cell))) return [row];
  const lines = rowLines(row);
  const first = lines.findIndex((line) => isAnchor(line));
  if (first === -1 || lines.filter((line) => isAnchor(line)).length < 2) return [row];
  const head = lines.slice(0, first);
  const groups = [...(head.length > 0 ? [head] : []), ...rowsOfLines(lines.slice(first), xs)];
  const edges = groups.slice(1).map((group, index) => {
    const above = groups[index]?.at(-1)?.bottom ?? row.top;
    return (above + (group[0]?.top ?? above)) / 2;
  });
  const tops = [row.top, ...edges];
  return tops.map((top, index) => slice(row, top, tops[index + 1] ?? row.bottom));
}

/** Figures below each other that are not one figure wrapped: the mark of a cell that holds several rows. */
function holdsSeveralFigures(cell: PieceCell): boolean {
  const lines = cell.lines.map((line) => line.text);
  const figures = lines.filter((text) => /^[-−]?[\d,]+(?:\.\d+)?$/.test(text));
  if (figures.length < 2 || figures.length * 2 < lines.length) return false;
  const wrapped = lines.slice(1).some((text, index) => isDigitsWrapped(lines[index] ?? "", text, true));
  return !wrapped || figures.length > 2;
}

/** The lines of all cells, those on one baseline together. */
function rowLines(row: PieceRow): PartLine[] {
  const all = row.cells.flatMap((cell) => cell.lines).sort((a, b) => middleOf(a) - middleOf(b));
  const groups: Line[][] = [];
  for (const line of all) {
    const last = groups.at(-1)?.[0];
    if (last !== undefined && middleOf(line) - middleOf(last) < 0.5 * Math.max(line.size, last.size))
      groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const lines = group.sort((a, b) => a.left - b.left);
    const parts = lines.map(({ glyphs, text, left, right }) => {
      const figure = isFigure(text);
      return { glyphs, text, left, right, figure, amounts: figure && isAmount(text) ? 1 : 0 };
    });
    const size = Math.max(...lines.map((line) => line.size));
    const top = Math.min(...lines.map((line) => line.top));
    const bottom = Math.max(...lines.map((line) => line.bottom));
    return { parts, size, top, bottom, baseline: lines[0]?.baseline ?? 0, text: "" };
  });
}

function middleOf(line: Line): number {
  return (line.top + line.bottom) / 2;
}

function slice(row: PieceRow, top: number, bottom: number): PieceRow {
  const inside = (line: Line) => middleOf(line) >= top && middleOf(line) < bottom;
  const cells = row.cells.map((cell) => ({
    ...cell,
    box: { ...cell.box, top, bottom },
    lines: cell.lines.filter(inside),
  }));
  return { ...row, top, bottom, cells };
}
