import {
  type Finding,
  type ImportMapping,
  type ImportTarget,
  importRows,
  PAYMENT_IMPORT,
  type RawSheet,
  RECORD_IMPORT,
} from "@mingzhang/core";
import type { Change } from "@mingzhang/server/api";
import { cellOf, rowsOf, type Sheets } from "../entry/sheets.ts";
import { parseCells } from "../grid/clipboard.ts";

/** Texts by the ids of their columns. */
export type Cells = Readonly<Record<string, string>>;

/** What other systems' exports can be taken into. */
export const EXPORT_TARGETS: Readonly<Partial<Record<string, ImportTarget>>> = {
  payments: PAYMENT_IMPORT,
  records: RECORD_IMPORT,
};

export interface PastedExport {
  readonly rows: readonly Cells[];
  readonly findings: readonly Finding[];
}

/** Reads an export with its headings, as a spreadsheet puts it on the clipboard; units are known by name and code. */
export function readExport(text: string, target: ImportTarget, sheets: Sheets): PastedExport {
  const { sheet, findings } = importRows(rawSheet(text), target, knownUnits(sheets));
  const [header = [], ...rows] = sheet.rows;
  return {
    rows: rows.map((row) =>
      Object.fromEntries(
        row.flatMap(({ text: cell }, index) => (cell === "" ? [] : [[header[index]?.text ?? "", cell]])),
      ),
    ),
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

function knownUnits(sheets: Sheets): ImportMapping {
  const known = rowsOf(sheets, "units").flatMap((row) =>
    [cellOf(row, "name"), cellOf(row, "code")]
      .filter((word) => word !== "")
      .map((word) => [word, cellOf(row, "unit")] as const),
  );
  return { values: { unit: Object.fromEntries(known) } };
}
