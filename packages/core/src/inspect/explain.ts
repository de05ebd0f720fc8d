import type { Disclosure } from "../disclosure/disclosure.ts";
import { printedFigures } from "../disclosure/figures.ts";
import type { FigureInspection } from "../document/inspection.ts";
import { inspectFact } from "./inspect.ts";
import { partsByTotal, placesByFact } from "./places.ts";

export type Explanation =
  | { readonly found: true; readonly address: string; readonly figure: FigureInspection }
  /** What could have been meant at the first step that was not found: tables, rows of a table, columns of a row. */
  | {
      readonly found: false;
      readonly unknown: "table" | "row" | "column";
      readonly choices: readonly string[];
    };

/**
 * How a printed figure comes about. The address is table/row/column, e.g. 表五/2013601/growth: the table by its
 * short name or number, the row by code or name, the column by the id of figures.csv.
 */
export function explain(disclosure: Disclosure, address: string): Explanation {
  const [tableName = "", row = "", column = ""] = address.split("/").map((part) => part.trim());
  const figures = printedFigures(disclosure);
  const number = tableNumber(disclosure, tableName);
  const inTable = figures.filter((figure) => figure.table === number);
  if (number === undefined) {
    return { found: false, unknown: "table", choices: disclosure.tables.map(({ entry }) => entry.shortName) };
  }
  const inRow = inTable.filter((figure) => figure.row === row || figure.name === row);
  if (inRow.length === 0)
    return { found: false, unknown: "row", choices: unique(inTable.map((figure) => figure.row)) };
  const figure =
    inRow.find((candidate) => candidate.column === column) ??
    (column === "" && inRow.length === 1 ? inRow[0] : undefined);
  if (figure === undefined)
    return { found: false, unknown: "column", choices: unique(inRow.map((candidate) => candidate.column)) };
  const { fact } = figure;
  const places = placesByFact(disclosure).get(fact.id) ?? [];
  const inspection = inspectFact(fact, disclosure, partsByTotal(disclosure).get(fact.id));
  return {
    found: true,
    address: `${tableName}/${figure.row}/${figure.column}`,
    figure: { ...inspection, places },
  };
}

/** 表五, 表5 and 5 are the same table. */
function tableNumber(disclosure: Disclosure, name: string): string | undefined {
  const plain = name.replace(/^表/u, "");
  return disclosure.tables.find(
    ({ entry }) =>
      entry.shortName === name ||
      entry.number === plain ||
      entry.shortName === `表${plain}` ||
      entry.table === name,
  )?.entry.number;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
