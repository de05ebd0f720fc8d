import type { Row } from "../api/index.ts";
import type { SheetRows } from "./sheets.ts";

type Cells = Row["cells"];

/** The name of the unit whose budget it is, and its goal; blank where the budget is of several units. */
interface Own {
  readonly unit: string;
  readonly goal: string;
}

/**
 * What a row of a unit's budget is in its department's; undefined: it stays with the unit. What the unit says of itself
 * as a whole (its goal, its targets and its notes) is under its name there.
 */
const TAKEN: Readonly<Record<string, (cells: Cells, own: Own) => Cells | undefined>> = {
  department: () => undefined,
  units: (cells, { goal }) => (goal === "" || cells.overall_goal ? cells : { ...cells, overall_goal: goal }),
  notes: (cells, { unit }) => ofUnit(cells, "unit", unit),
  indicators: (cells, { unit }) => (cells.project ? cells : ofUnit(cells, "budget_unit", unit)),
};

function ofUnit(cells: Cells, column: string, unit: string): Cells | undefined {
  const name = cells[column] || unit;
  return name === "" ? undefined : { ...cells, [column]: name };
}

/** The sheets of a unit's budget as rows of its department's. */
export function asUnit(sheets: readonly SheetRows[]): readonly SheetRows[] {
  const rowsOf = (id: string) => sheets.find(({ sheet }) => sheet === id)?.rows ?? [];
  const [first, ...others] = rowsOf("units");
  const isOne = first !== undefined && others.length === 0;
  const goal = rowsOf("department")[0]?.cells.overall_goal ?? "";
  const own: Own = isOne ? { unit: first.cells.unit ?? "", goal } : { unit: "", goal: "" };
  return sheets.map(({ sheet, rows }) => ({
    sheet,
    rows: rows.flatMap((row) => {
      const cells = TAKEN[sheet] === undefined ? row.cells : TAKEN[sheet](row.cells, own);
      return cells === undefined ? [] : [{ ...row, cells }];
    }),
  }));
}
