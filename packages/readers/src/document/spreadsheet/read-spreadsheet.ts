import { read, set_cptable, type WorkBook } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import type { Finding } from "@mingzhang/core";
import { assemble } from "../../grid/assemble.ts";
import type { FlowItem } from "../../grid/flow.ts";
import { withinTime } from "../../ledger/within-time.ts";
import { odsHidden, quietly } from "../../ledger/workbook.ts";
import { readFinding } from "../findings.ts";
import { nameLeftovers, withLeftovers } from "../leftovers.ts";
import { type Reading, refused } from "../reading.ts";
import { sheetItems } from "./sheet-items.ts";
import { sheetRows } from "./sheet-rows.ts";
import { SheetTraces } from "./sheet-traces.ts";

set_cptable(codePages);

/**
 * Every sheet of an xlsx, xlsb, xls, et or ods file, hidden ones included: cells as they are shown, with the exact
 * numbers behind them. The caller has checked what a zip unpacks to.
 */
export async function readSpreadsheet(content: Uint8Array | string): Promise<Reading> {
  const workbook = parse(content);
  if (typeof workbook === "string") return refused(workbook);
  const items: FlowItem[] = [];
  const findings: Finding[] = [];
  const traces = new SheetTraces();
  const hiddenSheets =
    workbook.Workbook?.Sheets?.map((sheet) => Boolean(sheet.Hidden)) ??
    (typeof content === "string" ? [] : await odsHidden(content));
  workbook.SheetNames.forEach((name, index) => {
    const sheet = workbook.Sheets[name];
    if (sheet === undefined || sheet["!type"] === "chart") return;
    const hidden = hiddenSheets[index] ?? false;
    const place = { kind: "sheet", sheet: name } as const;
    const rows = sheetRows(sheet, name);
    if (rows === undefined) {
      findings.push(readFinding("read/too-many-cells", name, place));
      return;
    }
    if (rows.rows.length === 0) return;
    traces.note(sheet, rows, name, hidden);
    for (const item of sheetItems(rows))
      items.push(item.kind === "table" ? { ...item, name: name.trim(), ...(hidden && { hidden }) } : item);
    items.push({ kind: "break" });
  });
  const { Author, LastAuthor, Company } = workbook.Props ?? {};
  const names = nameLeftovers({ authors: [Author, LastAuthor], company: Company });
  const document = assemble(items, workbook.Props?.Title ?? "");
  return { document: withLeftovers(document, [...traces.leftovers(), ...names]), findings };
}

/** Dates of the format that follows the system's settings are shown as in China. */
const DATE_FORMAT = 'yyyy"/"m"/"d';

function parse(content: Uint8Array | string): WorkBook | "read/encrypted" | "read/damaged" {
  const options = {
    dense: true,
    cellNF: true,
    cellText: true,
    cellHTML: false,
    // Without it the library drops which rows and columns are hidden.
    cellStyles: true,
    dateNF: DATE_FORMAT,
  } as const;
  try {
    const source =
      typeof content === "string" ? ({ type: "string", raw: true } as const) : ({ type: "array" } as const);
    return quietly(() => withinTime(content.length, () => read(content, { ...options, ...source })));
  } catch (error) {
    return /password|encrypt/i.test(String(error)) ? "read/encrypted" : "read/damaged";
  }
}
