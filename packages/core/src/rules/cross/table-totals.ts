import type { Pack, PackFact, PackRow, PackTable, TableConcept } from "../../pack/pack.ts";
import type { TotalMeasure } from "../../recognise/narrative/total-subject.ts";

const CONCEPTS: ReadonlySet<TableConcept> = new Set([
  "department-summary",
  "department-revenue",
  "department-expenditure",
  "appropriation-summary",
  "appropriation-expenditure",
  "general-public-expenditure",
  "general-public-by-economic",
  "basic-by-economic",
  "project-by-economic",
  "government-fund-expenditure",
  "state-capital-expenditure",
]);
type CellSource = Extract<PackFact["source"], { kind: "cell" }>;
const DIMENSIONS: ReadonlySet<string> = new Set(["side", "fund", "flow", "kind", "functional"]);

/** The figures of the tables of one pack that are totals by side, fund, kind or category, of the budget year. */
export function tableTotals(pack: Pack): readonly PackFact[] {
  const tables = new Map(pack.tables.map((table) => [table.id, { table, carryOver: new CarryOver(table) }]));
  return pack.facts.filter(({ source, kind, measure }) => {
    if (source.kind !== "cell" || kind !== "amount") return false;
    const found = tables.get(source.table);
    if (found === undefined || found.carryOver.precedes(source, measure)) return false;
    const { table } = found;
    const { functional = "", year: _year, ...rest } = measure;
    return (
      CONCEPTS.has(table.concept) &&
      (measure.kind !== undefined || !/(?:项目|基本)支出/u.test(table.caption)) &&
      measure.year !== -1 &&
      functional.length <= 3 &&
      Object.keys(rest).every((dimension) => DIMENSIONS.has(dimension))
    );
  });
}

/** 上年结转 and below it the funds that it consists of: these are no funds of the year. */
class CarryOver {
  readonly #columns: PackTable["columns"];
  /** The first row of each block and index. */
  readonly #rows = new Map<string, PackRow>();
  /** Where a block first prints what is carried over, by side. */
  readonly #first = new Map<string, number>();

  constructor({ rows, columns }: PackTable) {
    this.#columns = columns;
    for (const row of rows) {
      const { block, index, measure } = row;
      const own = `${block}/${index}`;
      if (!this.#rows.has(own)) this.#rows.set(own, row);
      if (measure.flow !== "carry-over") continue;
      const key = `${block}/${measure.side ?? ""}`;
      this.#first.set(key, Math.min(index, this.#first.get(key) ?? index));
    }
  }

  /** Whether a figure stands below it, as a part of it. */
  precedes({ row, column }: CellSource, { flow, fund, side }: TotalMeasure): boolean {
    if (flow !== undefined || fund === undefined) return false;
    const block = this.#columns[column]?.block;
    const own = this.#rows.get(`${block}/${row}`);
    if (own === undefined || own.role === "total") return false;
    return ["", side ?? ""].some((of) => (this.#first.get(`${block}/${of}`) ?? row) < row);
  }
}

/** The figures that may be meant by a total of the text: wherever its words leave something open, all of them. */
export function candidatesFor(measure: TotalMeasure, totals: readonly PackFact[]): readonly PackFact[] {
  return totals.filter(({ measure: printed }) => {
    if (printed.functional !== measure.functional || printed.kind !== measure.kind) return false;
    if ((printed.flow === "carry-over") !== (measure.flow === "carry-over")) return false;
    return sameSide(measure, printed) && sameFund(measure, printed);
  });
}

/** Tables of revenue print categories of expenditure too. */
function sameSide({ side, functional }: TotalMeasure, printed: TotalMeasure): boolean {
  return side === undefined || side === "balance" || functional !== undefined || printed.side === side;
}

/** Where the words name no fund they may mean one that the heading or the sentence before has named. */
function sameFund({ fund, kind, functional }: TotalMeasure, printed: TotalMeasure): boolean {
  if (fund === printed.fund) return true;
  if (fund === "appropriation") return printed.fund === "general-public";
  if (fund !== undefined) return false;
  return (
    kind !== undefined ||
    functional !== undefined ||
    printed.fund === "appropriation" ||
    printed.fund === "general-public"
  );
}

/** What the tables print as carried over into the year or out of it: totals may be meant with it or without. */
export function carriedOver(side: TotalMeasure["side"], totals: readonly PackFact[]): readonly PackFact[] {
  return totals.filter(
    ({ measure }) =>
      measure.flow === "carry-over" && (side === undefined || side === "balance" || measure.side === side),
  );
}
