import { cellName } from "../read/spot.ts";
import { ENTRY_SHEETS } from "../schema.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import { budgetToSheets } from "../write/budget-to-sheets.ts";
import { sheetsOf } from "../write/sheets-of.ts";
import type { YearRows } from "./fault-case.ts";
import { SAMPLE_BUDGET } from "./sample-budget.ts";

/** What is typed into cells: "预算明细 E3" → text, number, or a cell of another kind. */
export type Edits = Readonly<Record<string, string | number | Partial<RawCell>>>;

/** The sample budget as a workbook, with edits. */
export function sampleWorkbook(edits: Edits = {}): readonly RawSheet[] {
  return edit(budgetToSheets(SAMPLE_BUDGET, "titles"), edits);
}

/** Sheets of these rows, as in the workbook. */
export function yearWorkbook(rows: YearRows): readonly RawSheet[] {
  return sheetsOf(
    ENTRY_SHEETS.filter(({ id }) => rows[id] !== undefined),
    rows,
    "titles",
  );
}

/** Types into cells of sheets; sheets grow as needed. */
export function edit(sheets: readonly RawSheet[], edits: Edits): readonly RawSheet[] {
  return sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => [...row]);
    for (const [address, content] of Object.entries(edits)) {
      const [name, cell = ""] = address.split(" ");
      if (name === sheet.name) put(rows, sheet.name, cell, content);
    }
    return { ...sheet, rows };
  });
}

function put(rows: RawCell[][], sheet: string, cell: string, content: Edits[string]): void {
  const [, letters = "", digits = ""] = /^([A-Z])(\d+)$/u.exec(cell) ?? [];
  const row = Number(digits) - 1;
  const column = letters.charCodeAt(0) - 65;
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push(blank(sheet, row, cells.length));
  cells[column] = { ...blank(sheet, row, column), ...contentOf(content) };
}

function contentOf(content: Edits[string]): Partial<RawCell> {
  if (typeof content === "number") return { kind: "number", text: String(content) };
  if (typeof content === "string") return { kind: content === "" ? "blank" : "text", text: content };
  return content;
}

function blank(sheet: string, row: number, column: number): RawCell {
  return { kind: "blank", text: "", place: { kind: "sheet", sheet, cell: cellName(row, column) } };
}

/** Edits that fill a row from column A on: row("收入与结转", 2, ["机关", …]). */
export function row(sheet: string, number: number, values: readonly (string | number)[]): Edits {
  return Object.fromEntries(
    values.map((value, column) => [`${sheet} ${cellName(number - 1, column)}`, value] as const),
  );
}
