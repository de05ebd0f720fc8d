import type { PackColumn, PackFact, PackRow, PackTable } from "../../pack/pack.ts";
import type { Sum } from "./sums.ts";

/** A run of classified rows of different codes, with the total row that belongs to it. */
interface Segment {
  readonly rows: readonly PackRow[];
  readonly total?: PackRow;
}

/** Parents over their children, for each column of figures. */
export function parentSums(table: PackTable, facts: ReadonlyMap<string, PackFact>): Sum[] {
  return segmentsOf(table).flatMap(({ rows }) => {
    const families = familiesOf(rows);
    return figureColumns(table).flatMap((column) =>
      rows.flatMap((parent) => {
        const children = families.get(parent.code ?? "") ?? [];
        return children.length === 0
          ? []
          : sumOf(`${table.id}/children/${column.index}`, parent, children, column, facts);
      }),
    );
  });
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

interface Run {
  readonly rows: PackRow[];
  readonly codes: Set<string | undefined>;
  before?: PackRow;
  after?: PackRow;
}

function segmentsOfBlock(rows: readonly PackRow[]): Segment[] {
  const runs: Run[] = [];
  let run: Run = { rows: [], codes: new Set() };
  /** Whether a row of another kind (a unit's name) stands since the last classified one. */
  let between = false;
  const close = () => {
    if (run.rows.length > 0) runs.push(run);
    run = { rows: [], codes: new Set() };
  };
  for (const row of rows) {
    if (row.role === "classified") {
      if (run.after !== undefined || restarts(run, row, between)) close();
      run.rows.push(row);
      run.codes.add(row.code);
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
function restarts({ codes }: Run, row: PackRow, between: boolean): boolean {
  return codes.has(row.code) && (between || row.code?.length === 3);
}

/**
 * By code the next level below it that is printed: its children, or grandchildren where no child is printed. One pass
 * over the rows, of which a table has tens of thousands.
 */
export function familiesOf(rows: readonly PackRow[]): ReadonlyMap<string, readonly PackRow[]> {
  const parents = new Set(rows.map(({ code = "" }) => code));
  const families = new Map<string, PackRow[]>();
  for (const row of rows) {
    for (const above of prefixesOf(row.code)) {
      if (!parents.has(above)) continue;
      const known = families.get(above);
      const level = known?.[0]?.code?.length ?? Number.POSITIVE_INFINITY;
      const own = row.code?.length ?? 0;
      if (own === level) known?.push(row);
      else if (own < level) families.set(above, [row]);
    }
  }
  return families;
}

/** The codes that may be above a code. */
function prefixesOf(code: string | undefined): readonly string[] {
  return Array.from({ length: code?.length ?? 0 }, (_, length) => code?.slice(0, length) ?? "");
}

/** The rows that no other row of the segment is above. */
function topLevel(rows: readonly PackRow[]): readonly PackRow[] {
  const codes = new Set(rows.map(({ code }) => code));
  return rows.filter(({ code }) => !prefixesOf(code).some((above) => codes.has(above)));
}
