import type { PackColumn, PackFact, PackRow, PackTable } from "../../pack/pack.ts";
import type { Sum } from "./sums.ts";

/** A run of classified rows of different codes, with the total row that belongs to it. */
interface Segment {
  readonly rows: readonly PackRow[];
  readonly total?: PackRow;
}

/** Parents over their children, for each column of figures. */
export function parentSums(table: PackTable, facts: ReadonlyMap<string, PackFact>): Sum[] {
  return segmentsOf(table).flatMap(({ rows }) =>
    figureColumns(table).flatMap((column) =>
      rows.flatMap((parent) => {
        const children = childrenOf(parent, rows);
        return children.length === 0
          ? []
          : sumOf(`${table.id}/children/${column.index}`, parent, children, column, facts);
      }),
    ),
  );
}

/** The total row over the top level of the classification, for each column of figures. */
export function totalSums(table: PackTable, facts: ReadonlyMap<string, PackFact>): Sum[] {
  return segmentsOf(table).flatMap(({ rows, total }) => {
    if (total === undefined) return [];
    const top = topLevel(rows);
    return figureColumns(table).flatMap((column) => sumOf(`${table.id}/total`, total, top, column, facts));
  });
}

function figureColumns(table: PackTable): readonly PackColumn[] {
  return table.columns.filter((column) => column.role === "figure" && column.measure.item === undefined);
}

/** A blank part is nil; a sum without any printed part or without a printed total says nothing. */
function sumOf(
  pattern: string,
  total: PackRow,
  parts: readonly PackRow[],
  column: PackColumn,
  facts: ReadonlyMap<string, PackFact>,
): Sum[] {
  const whole = facts.get(total.cells[column.index] ?? "");
  const found = parts.flatMap((part) => facts.get(part.cells[column.index] ?? "") ?? []);
  if (whole === undefined || found.length === 0) return [];
  return [{ pattern, total: whole, parts: found.map((fact) => ({ fact, sign: 1 })) }];
}

/**
 * Rows of different codes form a segment; a code that comes again (another unit's rows) or a total starts a new
 * one. A total row belongs to the only segment of a table; with several nothing says which.
 */
export function segmentsOf(table: PackTable): readonly Segment[] {
  const blocks = new Set(table.rows.map((row) => row.block));
  return [...blocks].flatMap((block) => segmentsOfBlock(table.rows.filter((row) => row.block === block)));
}

function segmentsOfBlock(rows: readonly PackRow[]): Segment[] {
  const runs: { rows: PackRow[]; before?: PackRow; after?: PackRow }[] = [];
  let run: { rows: PackRow[]; before?: PackRow; after?: PackRow } = { rows: [] };
  /** Whether a row of another kind (a unit's name) stands since the last classified one. */
  let between = false;
  const close = () => {
    if (run.rows.length > 0) runs.push(run);
    run = { rows: [] };
  };
  for (const row of rows) {
    if (row.role === "classified") {
      if (run.after !== undefined || restarts(run.rows, row, between)) close();
      run.rows.push(row);
      between = false;
    } else if (row.role === "total") {
      if (run.rows.length === 0) run.before = row;
      else run.after = row;
    } else between = true;
  }
  close();
  const single = runs.length === 1;
  return runs.map(({ rows: members, before, after }) => {
    const total = single ? (before ?? after) : undefined;
    return { rows: members, ...(total === undefined ? {} : { total }) };
  });
}

/** A code that comes again starts a new unit's rows, at the top level or after a name; a miscoded row does not. */
function restarts(rows: readonly PackRow[], row: PackRow, between: boolean): boolean {
  return rows.some((other) => other.code === row.code) && (between || row.code?.length === 3);
}

/** The next level below a row that is printed: its children, or grandchildren where no child is printed. */
export function childrenOf(parent: PackRow, rows: readonly PackRow[]): readonly PackRow[] {
  const code = parent.code ?? "";
  const below = rows.filter(
    (row) => row.code !== undefined && row.code.length > code.length && row.code.startsWith(code),
  );
  const nearest = Math.min(...below.map((row) => row.code?.length ?? 0));
  return below.filter((row) => row.code?.length === nearest);
}

/** The rows that no other row of the segment is above. */
function topLevel(rows: readonly PackRow[]): readonly PackRow[] {
  return rows.filter(
    (row) =>
      !rows.some(
        (other) => other !== row && row.code?.startsWith(other.code ?? "-") && other.code !== row.code,
      ),
  );
}
