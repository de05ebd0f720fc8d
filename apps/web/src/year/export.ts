import {
  type Finding,
  type ImportTarget,
  importRows,
  knownUnits,
  PAYMENT_IMPORT,
  type RawSheet,
  RECORD_IMPORT,
  withoutKnown,
} from "@mingzhang/core";
import type { Change } from "@mingzhang/server/api";
import { rowsOf, type Sheets } from "../entry/sheets.ts";
import { parseCells } from "../grid/clipboard.ts";

/** Texts by the ids of their columns. */
export type Cells = Readonly<Record<string, string>>;

/** What other systems' exports can be taken into. */
export const EXPORT_TARGETS: Readonly<Partial<Record<string, ImportTarget>>> = {
  payments: PAYMENT_IMPORT,
  records: RECORD_IMPORT,
};

/** What was understood of an export. */
export interface Export {
  /** Without those that are in the sheet. */
  readonly rows: readonly Cells[];
  /** How many were left out because they are. */
  readonly known: number;
  readonly findings: readonly Finding[];
}

/** Reads an export with its headings, as a spreadsheet puts it on the clipboard; units are known by name and code. */
export function readExport(text: string, target: ImportTarget, sheets: Sheets): Export {
  const cells = (sheet: string) => rowsOf(sheets, sheet).map((row) => row.cells);
  const imported = importRows(rawSheet(text), target, { values: { unit: knownUnits(cells("units")) } });
  const { sheet, findings, known } = withoutKnown(imported, target, cells(target.schema.id));
  const [header = [], ...rows] = sheet.rows;
  return {
    rows: rows.map((row) =>
      Object.fromEntries(
        row.flatMap(({ text: cell }, index) => (cell === "" ? [] : [[header[index]?.text ?? "", cell]])),
      ),
    ),
    known,
    findings,
  };
}

/** What puts rows at the end of a sheet, in their order. */
export function appended(
  sheets: Sheets,
  sheet: string,
  { rows, newId }: { readonly rows: readonly Cells[]; readonly newId: () => string },
): readonly Change[] {
  let after = rowsOf(sheets, sheet).at(-1)?.id ?? null;
  return rows.map((cells): Change => {
    const insert = { kind: "insert", sheet, row: newId(), after, cells } as const;
    after = insert.row;
    return insert;
  });
}

function rawSheet(text: string): RawSheet {
  const name = "clipboard";
  const rows = parseCells(text).map((cells, row) =>
    cells.map((cell, column) => ({
      kind: cell === "" ? ("blank" as const) : ("text" as const),
      text: cell,
      place: { kind: "line" as const, file: name, line: row + 1, column: column + 1 },
    })),
  );
  return { name, rows };
}
