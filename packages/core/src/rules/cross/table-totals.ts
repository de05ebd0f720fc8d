import type { Pack, PackFact, PackTable, TableConcept } from "../../pack/pack.ts";
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
const DIMENSIONS: ReadonlySet<string> = new Set(["side", "fund", "flow", "kind", "functional"]);

/** The figures of the tables of one pack that are totals by side, fund, kind or category, of the budget year. */
export function tableTotals(pack: Pack): readonly PackFact[] {
  const tables = new Map(pack.tables.map((table) => [table.id, table]));
  return pack.facts.filter(({ source, kind, measure }) => {
    if (source.kind !== "cell" || kind !== "amount") return false;
    const table = tables.get(source.table);
    const { functional = "", year: _year, ...rest } = measure;
    return (
      table !== undefined &&
      !followsCarryOver(table, source.row, source.column, measure) &&
      CONCEPTS.has(table.concept) &&
      (measure.kind !== undefined || !/(?:项目|基本)支出/u.test(table.caption)) &&
      measure.year !== -1 &&
      functional.length <= 3 &&
      Object.keys(rest).every((dimension) => DIMENSIONS.has(dimension))
    );
  });
}

/** 上年结转 and below it the funds that it consists of: these are no funds of the year. */
function followsCarryOver(
  { rows, columns }: PackTable,
  row: number,
  column: number,
  { flow, fund, side }: TotalMeasure,
): boolean {
  if (flow !== undefined || fund === undefined) return false;
  const block = columns[column]?.block;
  const own = rows.find((each) => each.index === row && each.block === block);
  if (own === undefined || own.role === "total") return false;
  return rows.some(
    (each) =>
      each.block === block &&
      each.index < row &&
      each.measure.flow === "carry-over" &&
      (each.measure.side === undefined || each.measure.side === side),
  );
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
