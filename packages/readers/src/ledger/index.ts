export { type CsvReading, readCsvSheet } from "./csv.ts";
export { type LedgerEntry, readLedger } from "./ledger.ts";
export { readWorkbookSheets, type WorkbookReading } from "./workbook.ts";
