import type { Finding, RawSheet } from "@mingzhang/core";
import { containerOf } from "./container.ts";
import { readCsvSheet } from "./csv.ts";
import { ledgerFinding } from "./ledger-finding.ts";
import { readWorkbookSheets, type WorkbookReading } from "./workbook.ts";

export interface LedgerEntry {
  /** File name, which findings give and which names the sheet of a CSV file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const TABLE_FILE = /\.(?:csv|tsv|xlsx|xlsm|xlsb|xls|et|ods)$/i;
/** Descriptions beside the data, hidden files, and locks of a spreadsheet program that has the file open. */
const SILENTLY_IGNORED = /\.(?:md|json)$|(?:^|[\\/])(?:\.|~\$)/i;

/**
 * The sheets of a ledger: one workbook, or the CSV files of a folder. A file given alone is read whatever it is
 * called; among several, those that are no tables by their extension are left out with a notice.
 */
export async function readLedger(entries: readonly LedgerEntry[]): Promise<WorkbookReading> {
  const sheets: RawSheet[] = [];
  const findings: Finding[] = [];
  for (const entry of entries) {
    if (entries.length > 1 && SILENTLY_IGNORED.test(entry.name)) continue;
    const known = entries.length === 1 || TABLE_FILE.test(entry.name);
    const reading = known ? await readEntry(entry) : ignored(entry.name);
    sheets.push(...reading.sheets);
    findings.push(...reading.findings);
  }
  return { sheets, findings };
}

async function readEntry({ name, bytes }: LedgerEntry): Promise<WorkbookReading> {
  const textual = containerOf(bytes) === "other" && !/\.(?:xlsx|xlsm|xlsb|xls|et|ods)$/i.test(name);
  if (!textual) return readWorkbookSheets(bytes, name);
  const { sheet, findings } = readCsvSheet(bytes, name);
  return { sheets: sheet === undefined ? [] : [sheet], findings };
}

function ignored(name: string): WorkbookReading {
  return { sheets: [], findings: [ledgerFinding("ignored-file", name)] };
}
