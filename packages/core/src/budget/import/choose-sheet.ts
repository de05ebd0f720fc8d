import type { RawSheet } from "../sheet.ts";
import { type ImportedRows, importRows } from "./import-rows.ts";
import type { ImportMapping } from "./mapping.ts";
import type { ImportTarget } from "./target.ts";

/** The rows of an export's file, or the sheets among which somebody has to choose: several fit, or none has the name. */
export type ChosenImport = { readonly imported: ImportedRows } | { readonly choices: readonly string[] };

/** Takes the rows of the one sheet of a file that is an export for the target; `name` says which where several are. */
export function importFromSheets(
  sheets: readonly RawSheet[],
  target: ImportTarget,
  { mapping = {}, name }: { readonly mapping?: ImportMapping; readonly name?: string | undefined },
): ChosenImport {
  const visible = sheets.filter((sheet) => !sheet.hidden);
  const candidates = name === undefined ? visible : sheets.filter((sheet) => sheet.name === name);
  const attempts = candidates.map((sheet) => ({ sheet, imported: importRows(sheet, target, mapping) }));
  const found = attempts.filter(
    ({ imported }) => !imported.findings.some(({ rule }) => rule === "import/no-header"),
  );
  if (found.length > 1) return { choices: found.map(({ sheet }) => sheet.name) };
  const chosen = found[0] ?? attempts[0];
  return chosen === undefined
    ? { choices: sheets.map((sheet) => sheet.name) }
    : { imported: chosen.imported };
}
