import { type MeasureTemplate, measureKey } from "../../measure/measure.ts";
import { fineValue } from "../../money/compare.ts";
import type { Pack, PackFact, PackRow, PackTable } from "../../pack/pack.ts";
import { LISTS, measureInTable, unclearCells } from "../../prior/published-figures.ts";

/** A printed amount of this year in a recognised table. */
export interface Cell {
  readonly table: PackTable;
  readonly fact: PackFact;
  readonly measure: MeasureTemplate;
}

/** What a unit says of a cell of the department: its own cell, nil, or that it cannot be told. */
export type UnitCell = Cell | "nil" | "no-table" | "unclear";

const CODES = ["functional", "departmentEconomic", "governmentEconomic"] as const;

/** The cells of one pack by what they measure. */
export class Cells {
  readonly all: readonly Cell[];
  private readonly byKey = new Map<string, Cell[]>();

  constructor(private readonly pack: Pack) {
    this.all = cellsOf(pack);
    for (const cell of this.all) {
      const key = keyOf(cell.table, cell.measure);
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), cell]);
    }
  }

  /** Whether its table prints the measure twice, and not alike. */
  isUnclear({ table, measure, fact }: Cell): boolean {
    const value = fineValue(fact.figure);
    const alike = this.byKey.get(keyOf(table, measure)) ?? [];
    return alike.some((other) => other.table === table && fineValue(other.fact.figure) !== value);
  }

  /** What stands for a cell of another pack; the table of the same number first. */
  matching(cell: Cell): UnitCell {
    const { table, measure } = cell;
    const alike = this.byKey.get(keyOf(table, measure)) ?? [];
    const own = alike.find((other) => other.table.number === table.number) ?? alike[0];
    if (own !== undefined) return this.isUnclear(own) ? "unclear" : own;
    const tables = this.pack.tables.filter(({ concept }) => concept === table.concept);
    if (tables.length === 0) return "no-table";
    return this.areEmpty(tables) || tables.some((other) => leavesOut(other, cell)) ? "nil" : "unclear";
  }

  /** Whether tables whose columns were understood print nothing for this year, understood or not. */
  private areEmpty(tables: readonly PackTable[]): boolean {
    const ids = tables.map(({ id }) => id);
    const isRead = tables.every(({ columns }) => columns.some(({ role }) => role === "figure"));
    return (
      isRead &&
      this.pack.facts.every(
        ({ source, figure, measure }) =>
          source.kind !== "cell" ||
          !ids.includes(source.table) ||
          figure.scaled === 0n ||
          measure.year === -1,
      )
    );
  }
}

function cellsOf(pack: Pack): readonly Cell[] {
  const tables = new Map(
    pack.tables.filter(({ concept }) => !LISTS.includes(concept)).map((table) => [table.id, table]),
  );
  const unclear = new Set([...tables.values()].flatMap(unclearCells));
  return pack.facts.flatMap((fact) => {
    const table = fact.source.kind === "cell" ? tables.get(fact.source.table) : undefined;
    if (table === undefined || fact.kind !== "amount" || fact.measure.year === -1 || unclear.has(fact.id))
      return [];
    const measure = measureInTable(table, fact);
    const { year: _year, ...dimensions } = measure;
    const isMeasured = Object.keys(dimensions).length > 0;
    const isPurchase = table.concept !== "procurement" || measure.procurement !== undefined;
    return isMeasured && isPurchase && measure.stage === undefined ? [{ table, fact, measure }] : [];
  });
}

/** Whether a table has the column and the kind of row of a cell, so that it would print it were it not nil. */
function leavesOut(table: PackTable, { table: theirs, fact: { source } }: Cell): boolean {
  if (source.kind !== "cell") return false;
  const column = theirs.columns[source.column];
  const row = theirs.rows.find(({ index, block }) => index === source.row && block === column?.block);
  if (column === undefined || row === undefined) return false;
  const blocks = table.columns
    .filter(({ role, measure }) => role === "figure" && templateKey(measure) === templateKey(column.measure))
    .map(({ block }) => block);
  return table.rows.some((other) => blocks.includes(other.block) && isAlike(other, row));
}

/** Codes of the same classification and level are listed as needed; other rows are the same or are not there. */
function isAlike(own: PackRow, theirs: PackRow): boolean {
  const code = CODES.find((dimension) => theirs.measure[dimension] !== undefined);
  if (code !== undefined) return own.measure[code]?.length === theirs.measure[code]?.length;
  return own.role === theirs.role && templateKey(own.measure) === templateKey(theirs.measure);
}

function keyOf({ concept }: PackTable, measure: MeasureTemplate): string {
  return `${concept}|${templateKey(measure)}`;
}

function templateKey(measure: MeasureTemplate): string {
  return measureKey({ ...measure, body: "", year: 0 });
}
