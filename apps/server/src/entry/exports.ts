import { IMPORT_TARGETS, knownUnits, YEAR_SHEETS } from "@mingzhang/core";
import type { Handler } from "../http/handler.ts";
import { found, invalid } from "../http/refusal.ts";
import { readExport as read } from "./read-import.ts";
import { readSheets, schemaOf } from "./sheets.ts";
import { baseName } from "./transfer.ts";

/** Reads an export for a sheet of the budget: its units are known by name and code, and its rows are left out. */
export const readExport: Handler<"readExport"> = async ({ sql, params, query, files, outside }) => {
  const schema = found(schemaOf(params.sheet));
  if (!YEAR_SHEETS.includes(schema) || !IMPORT_TARGETS.some((target) => target.schema === schema)) {
    throw invalid(
      `“${schema.title}”不能由导出表导入。`,
      `No export can be taken into the sheet "${schema.english}".`,
    );
  }
  const reading = await outside("export", async () => {
    const sheets = await readSheets(sql, params.budget, [found(schemaOf("units")), schema]);
    const cellsOf = (id: string) =>
      sheets.find(({ sheet }) => sheet === id)?.rows.map(({ cells }) => cells) ?? [];
    const task = {
      files: files.map(({ name, bytes }) => ({ name: baseName(name), bytes })),
      sheet: schema.id,
      mapping: { values: { unit: knownUnits(cellsOf("units")) } },
      known: cellsOf(schema.id),
      ...(query.name !== undefined && { name: query.name }),
    };
    return () => read(task);
  });
  return {
    ...reading,
    rows: reading.rows as never,
    findings: reading.findings as never,
    choices: [...reading.choices],
  };
};
