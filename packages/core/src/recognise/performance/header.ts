import type { Spot } from "../expand.ts";
import { plain } from "../text.ts";
import { type ColumnRole, columnRole } from "./words.ts";

export type Row = readonly (Spot | undefined)[];

/** The columns of a list of indicators or projects, as one header states them. */
export interface ListHeader {
  /** Role by matrix column, for the first column of each header cell. */
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** First matrix column of each header cell from the left, for pages that repeat no header. */
  readonly starts: readonly number[];
  readonly texts: ReadonlyMap<number, string>;
  /** First row after the header. */
  readonly end: number;
  readonly width: number;
}

/** Reads a header at a row: indicator names with targets, or projects with goals. */
export function readHeader(matrix: readonly Row[], row: number): ListHeader | undefined {
  const first = matrix[row] ?? [];
  const roles = rolesOf(first, row);
  const all = new Set(roles.values());
  const ofIndicators = all.has("name") && all.has("target");
  const ofProjects = all.has("project") && all.has("goal") && all.size >= 2;
  if (!ofIndicators && !ofProjects) return undefined;
  if (ofProjects && !ofIndicators && !isAllHeader(first, row)) return undefined;
  const end = row + heightOf(first, roles);
  const last = matrix[end - 1] ?? [];
  const below = end - 1 > row ? rolesBelow(last, roles) : roles;
  return { roles: below, starts: startsOf(last), texts: textsOf(last), end, width: first.length };
}

function rolesOf(cells: Row, row: number): Map<number, ColumnRole> {
  const roles = new Map<number, ColumnRole>();
  for (const [column, spot] of cells.entries()) {
    if (spot === undefined || spot.row !== row || cells[column - 1]?.cell === spot.cell) continue;
    const role = columnRole(spot.cell.text);
    if (role !== undefined && !taken(roles, role)) roles.set(column, role);
  }
  return asNamed(roles);
}

/** One column a role, except for amounts; of 一级项目 and 二级项目 the first counts. */
function taken(roles: ReadonlyMap<number, ColumnRole>, role: ColumnRole): boolean {
  return role !== "part" && [...roles.values()].includes(role);
}

/** The deepest level that a header has names the indicator; 绩效指标 does where it has no other name. */
function asNamed(roles: Map<number, ColumnRole>): Map<number, ColumnRole> {
  const columnOf = (role: ColumnRole) => [...roles].find(([, own]) => own === role)?.[0];
  if (columnOf("name") !== undefined) return roles;
  const column =
    columnOf("level3") ?? (columnOf("target") === undefined ? undefined : columnOf("indicators"));
  if (column !== undefined) roles.set(column, "name");
  return roles;
}

/** A header of projects holds no figures. */
function isAllHeader(cells: Row, row: number): boolean {
  return cells.every(
    (spot) => spot === undefined || spot.row !== row || !/^[\d,.]+$/u.test(plain(spot.cell.text)),
  );
}

function heightOf(cells: Row, roles: ReadonlyMap<number, ColumnRole>): number {
  const heights = [...roles]
    .filter(([, role]) => role === "name" || role === "target" || role === "project")
    .map(([column]) => cells[column]?.cell.rowSpan ?? 1);
  return Math.max(1, ...heights);
}

/** Amounts under 其中 in the second header row; a group of its own (财政拨款 over 合计 …) is left to the tables' checks. */
function rolesBelow(last: Row, roles: ReadonlyMap<number, ColumnRole>): Map<number, ColumnRole> {
  const below = new Map(roles);
  for (const [column, spot] of last.entries()) {
    if (spot === undefined || !spot.origin) continue;
    if (below.get(column) === "part" || below.get(column) === "total") below.delete(column);
    if (columnRole(spot.cell.text) === "part") below.set(column, "part");
  }
  return below;
}

function startsOf(cells: Row): number[] {
  return cells.flatMap((spot, column) =>
    spot !== undefined && cells[column - 1]?.cell !== spot.cell ? [column] : [],
  );
}

function textsOf(cells: Row): Map<number, string> {
  return new Map(
    cells.flatMap((spot, column) => (spot === undefined ? [] : [[column, spot.cell.text] as const])),
  );
}

/** The total of the weights that a header prints: 分值权重（90分）. */
export function weightTotalOf(header: ListHeader): number | undefined {
  const column = columnOf(header, "weight");
  const text = plain(column === undefined ? "" : (header.texts.get(column) ?? ""));
  const total = /(\d{2,3})分/u.exec(text)?.[1];
  return total === undefined ? undefined : Number(total);
}

export function columnOf(header: ListHeader, role: ColumnRole): number | undefined {
  return [...header.roles].find(([, own]) => own === role)?.[0];
}
