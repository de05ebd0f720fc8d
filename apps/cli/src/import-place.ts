import { basename, join } from "node:path";
import {
  type Finding,
  GUIDE_SHEETS,
  hasError,
  type ImportTarget,
  type RawSheet,
  readBudget,
  readYear,
  sheetIndexOf,
  YEAR_SHEETS,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import {
  type EntryForm,
  type EntryRecords,
  formOf,
  recordsOf,
  writeEntryRecords,
} from "@mingzhang/renderers";
import { csvFilesOf, isFolder, writeEntryFiles, YEAR_FOLDER } from "./entry-files.ts";
import { Failure } from "./failure.ts";
import { entriesOf } from "./load.ts";

/** The workbook or CSV folder that rows are imported into, with the budget that they belong to. */
export interface ImportPlace {
  readonly path: string;
  readonly isFolder: boolean;
  readonly form: EntryForm;
  /** What is there, the budget's sheets included. */
  readonly sheets: readonly RawSheet[];
  readonly records: EntryRecords;
  readonly findings: readonly Finding[];
}

/**
 * Reads the place of a target's rows. What happens in a year goes into the folder `year` below a budget's folder, into
 * the workbook of a budget or of its year; the latter needs to be told its budget, whose names it lists.
 */
export async function placeOf(
  into: string,
  { schema }: ImportTarget,
  budgetPath: string | undefined,
): Promise<ImportPlace> {
  const own = await readLedger(await entriesOf(into));
  const inFolder = await isFolder(into);
  if (hasError(own.findings)) return place({ path: into, isFolder: inFolder, ...own });
  if (!inFolder) requireRewritable(into, own.sheets);
  const isOfYear = YEAR_SHEETS.includes(schema);
  const holdsBudget = own.sheets.some(({ name }) => sheetIndexOf(name) === 0);
  if (!isOfYear) return place({ path: into, isFolder: inFolder, ...own });
  if (holdsBudget && !inFolder) return { ...place({ path: into, isFolder: false, ...own }), form: "both" };
  if (holdsBudget) {
    const folder = join(into, YEAR_FOLDER);
    const year = (await isFolder(folder)) ? await readLedger(await entriesOf(folder)) : NOTHING;
    return place({ path: folder, isFolder: true, ...together(own, year) }, "year");
  }
  if (budgetPath === undefined) {
    throw new Failure({
      zh: `“${into}”中没有预算。请用 --budget 指定这一年的预算，以核对单位和项目。`,
      en: `"${into}" holds no budget. Give the budget of the year with --budget, for its units and projects.`,
    });
  }
  const budget = await readLedger(await entriesOf(budgetPath));
  return place({ path: into, isFolder: inFolder, ...together(budget, own) }, "year");
}

type Reading = Pick<ImportPlace, "sheets" | "findings">;
const NOTHING: Reading = { sheets: [], findings: [] };

function together(budget: Reading, year: Reading): Reading {
  return {
    sheets: [...budget.sheets, ...year.sheets],
    findings: [...budget.findings, ...year.findings],
  };
}

function place(read: Omit<ImportPlace, "records" | "form">, form?: EntryForm): ImportPlace {
  const records = recordsOf(read.sheets);
  return { ...read, records, form: form ?? formOf(records) };
}

/** A workbook is written anew, as xlsx and with the schema's sheets: what would be lost stops the import. */
function requireRewritable(into: string, sheets: readonly RawSheet[]): void {
  if (!/\.xlsx$/i.test(into)) {
    throw new Failure({
      zh: "--into 只能是 .xlsx 工作簿或 CSV 文件夹。请先把工作簿另存为 .xlsx。",
      en: "--into takes an .xlsx workbook or a CSV folder. Save the workbook as .xlsx first.",
    });
  }
  const others = sheets.filter(
    ({ name, hidden }) => !hidden && sheetIndexOf(name) === undefined && !GUIDE_SHEETS.includes(name),
  );
  if (others.length === 0) return;
  const names = others.map(({ name }) => name).join("、");
  throw new Failure({
    zh: `工作簿中有填报以外的工作表，导入会重写工作簿而丢失它们：${names}。请先移到别的文件。`,
    en: `The import would lose the workbook's other sheets: ${names}. Move them to another file first.`,
  });
}

/** What reading will say about the imported rows, with their places in the export. */
export function laterFindings(
  { sheets }: ImportPlace,
  { schema }: ImportTarget,
  imported: RawSheet,
  file: string,
): readonly Finding[] {
  const others = sheets.filter(({ name }) => sheetIndexOf(name) !== sheetIndexOf(imported.name));
  const read = YEAR_SHEETS.includes(schema) ? readYear : readBudget;
  return read([...others, imported]).findings.filter(({ place: at }) => at?.file === file);
}

/** Of a folder only the target's file changes. A workbook is written anew with everything that its sheets hold. */
export async function writePlace(
  { path, isFolder: inFolder, form }: ImportPlace,
  { schema }: ImportTarget,
  records: EntryRecords,
  rowYear: string | undefined,
): Promise<void> {
  if (inFolder) {
    const files = csvFilesOf(path, records, form);
    return writeEntryFiles(
      files.filter((file) => basename(file.path) === `${schema.id}.csv`),
      true,
    );
  }
  const year = Number(records.get("department")?.[0]?.year ?? rowYear);
  return writeEntryFiles([{ path, bytes: await writeEntryRecords(records, year, form) }], true);
}
