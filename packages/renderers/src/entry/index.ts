export { type CsvFile, writeCsvFolder, writeCsvRecords } from "./csv-folder.ts";
export { writeEntryRecords, writeEntryWorkbook } from "./entry-workbook.ts";
export {
  blankRecords,
  type EntryOptions,
  type EntryRecord,
  type EntryRecords,
  recordsOf,
} from "./records.ts";
