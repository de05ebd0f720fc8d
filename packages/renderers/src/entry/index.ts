export { type CsvFile, writeCsvFolder, writeCsvRecords, writeYearCsvRecords } from "./csv-folder.ts";
export { writeEntryRecords, writeEntryWorkbook } from "./entry-workbook.ts";
export { type EntryForm, formOf } from "./form.ts";
export {
  blankRecords,
  blankYearRecords,
  type EntryOptions,
  type EntryRecord,
  type EntryRecords,
  enteredRecordsOf,
  recordsOf,
} from "./records.ts";
