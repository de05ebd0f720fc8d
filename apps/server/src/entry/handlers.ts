import { BUDGET_SHEETS, YEAR_SHEETS } from "@mingzhang/core";
import type { Handler } from "../http/handler.ts";
import { found } from "../http/refusal.ts";
import { edit } from "./edit.ts";
import { presence } from "./events.ts";
import { readExport } from "./exports.ts";
import { readSheets, readVersion, type SheetRows, schemaOf } from "./sheets.ts";
import { consolidate, exportWorkbook, importWorkbook } from "./transfer.ts";

const sheets: Handler<"sheets"> = async ({ sql, params, query }) => {
  const budget = found(await sql.row("select revision from budget where id = $1", [params.budget]));
  const content =
    query.version === undefined
      ? await readSheets(sql, params.budget, query.part === "year" ? YEAR_SHEETS : BUDGET_SHEETS)
      : found(await readVersion(sql, params.budget, query.version));
  return { revision: budget.revision, sheets: content as SheetRows[] as never };
};

const sheet: Handler<"sheet"> = async ({ sql, params }) => {
  const budget = found(await sql.row("select revision from budget where id = $1", [params.budget]));
  const [content] = await readSheets(sql, params.budget, [found(schemaOf(params.sheet))]);
  return { revision: budget.revision, rows: (content?.rows ?? []) as never };
};

export const ENTRY_HANDLERS = {
  sheets,
  sheet,
  edit,
  presence,
  importWorkbook,
  exportWorkbook,
  readExport,
  consolidate,
};
