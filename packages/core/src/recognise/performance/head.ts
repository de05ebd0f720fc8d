import type { Cell } from "../../document/document.ts";
import { isBlank } from "../number.ts";
import { plain } from "../text.ts";
import type { Row } from "./header.ts";
import { type HeadRole, headRole } from "./words.ts";

/** A label of a form's head with what stands beside or below it. */
export interface HeadField {
  readonly role: HeadRole;
  readonly label: Cell;
  /** Column of the label: amounts under one another belong together. */
  readonly column: number;
  readonly value?: Cell;
  /** Texts to the left of the label in its row, which may state the unit. */
  readonly section: string;
}

/** The labels that start in a row, with their values. */
export function readHeadRow(matrix: readonly Row[], row: number): readonly HeadField[] {
  const cells = matrix[row] ?? [];
  const fields: HeadField[] = [];
  const used = new Set<Cell>();
  for (const [column, spot] of cells.entries()) {
    if (spot === undefined || cells[column - 1]?.cell === spot.cell || used.has(spot.cell)) continue;
    const role = spot.row === row ? roleOf(spot.cell) : undefined;
    if (role === undefined) continue;
    const value = valueBeside(cells, column) ?? valueBelow(matrix, row, column);
    if (value !== undefined) used.add(value);
    fields.push({
      role,
      label: spot.cell,
      column,
      section: sectionOf(cells, column),
      ...(value === undefined ? {} : { value }),
    });
  }
  return withoutSections(fields, cells);
}

function roleOf(cell: Cell): HeadRole | undefined {
  return headRole(cell.text) ?? gluedRole(cell.text);
}

/** Two labels of amounts that a reader found in one cell: their values are glued as well. */
function gluedRole(text: string): HeadRole | undefined {
  const label = plain(text);
  return label.length <= 12 && /^[区市县]级支出补助(?:镇街|区县)$/u.test(label) ? "part" : undefined;
}

/** The first printed cell to the right, up to the next label. */
function valueBeside(cells: Row, column: number): Cell | undefined {
  const own = cells[column]?.cell;
  for (const spot of cells.slice(column + 1)) {
    if (spot === undefined || spot.cell === own || isBlank(spot.cell.text)) continue;
    return roleOf(spot.cell) === undefined ? spot.cell : undefined;
  }
  return undefined;
}

/** The cell below a label that is a heading of its own column; a label over several rows heads amounts only. */
function valueBelow(matrix: readonly Row[], row: number, column: number): Cell | undefined {
  const label = matrix[row]?.[column]?.cell;
  if ((label?.rowSpan ?? 1) > 1 && (label === undefined || roleOf(label) !== "total")) return undefined;
  const next = matrix[row]?.slice(column).find((spot) => spot !== undefined && spot.cell !== label);
  if (next !== undefined && roleOf(next.cell) === undefined) return undefined;
  const spot = matrix[row + (label?.rowSpan ?? 1)]?.[column];
  if (spot === undefined || !spot.origin || spot.cell.colSpan !== label?.colSpan) return undefined;
  return isBlank(spot.cell.text) || roleOf(spot.cell) !== undefined ? undefined : spot.cell;
}

/** A label over several rows before other labels is the name of their section. */
function withoutSections(fields: readonly HeadField[], cells: Row): readonly HeadField[] {
  return fields.filter((field, index) => {
    const next = fields[index + 1];
    if (next === undefined || field.value !== undefined) return true;
    return cells[next.column - 1]?.cell !== field.label || (field.label.rowSpan ?? 1) === 1;
  });
}

function sectionOf(cells: Row, column: number): string {
  const texts = cells.slice(0, column).map((spot) => spot?.cell.text ?? "");
  return [...new Set(texts)].join("|");
}
