import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  type Finding,
  GUIDE_SHEETS,
  hasError,
  type ImportedLines,
  type ImportMapping,
  importLines,
  type RawSheet,
  readBudget,
  readMapping,
  sheetIndexOf,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { type EntryRecords, recordsOf, writeCsvRecords, writeEntryRecords } from "@mingzhang/renderers";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { isFolder, writeEntryFiles } from "../entry-files.ts";
import { Failure } from "../failure.ts";
import { entriesOf } from "../load.ts";
import { both, countText, reportFindings } from "../report.ts";

export default defineCommand({
  name: "import",
  summary: {
    zh: "把一体化系统导出的明细（一行一笔）导入填报工作簿或 CSV 文件夹的预算明细。",
    en: "Imports lines exported from a budget system into the ledger of a workbook or CSV folder.",
  },
  arguments: [
    {
      name: "export",
      required: true,
      text: {
        zh: "导出的 .xlsx、.xls、.et、.ods 或 .csv 文件。",
        en: "The exported spreadsheet or CSV file.",
      },
    },
  ],
  options: [
    {
      flags: "--into <path>",
      text: { zh: "导入到哪个工作簿或 CSV 文件夹。", en: "The workbook or CSV folder to import into." },
    },
    {
      flags: "--mapping <file>",
      text: {
        zh: "对照文件（JSON）：哪一列是什么、值怎么对应。",
        en: "A JSON file that says which column is what and what values stand for.",
      },
    },
    { flags: "--sheet <name>", text: { zh: "导出文件中的哪张工作表。", en: "Which sheet of the export." } },
    { flags: "--append", text: { zh: "加在已有明细之后。", en: "Add to the lines that are there." } },
    { flags: "--replace", text: { zh: "替换已有明细。", en: "Replace the lines that are there." } },
  ],
  examples: [
    {
      command: "mingzhang import 导出.xlsx --into 2026年部门预算填报工作簿.xlsx",
      text: { zh: "导入空白工作簿。", en: "Import into a blank workbook." },
    },
    {
      command: "mingzhang import 导出.csv --into 数据 --mapping 对照.json --replace",
      text: { zh: "按对照文件导入，替换原有明细。", en: "Import by a mapping, replacing the lines." },
    },
  ],
  run,
});

async function run({ arguments: [path = ""], options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const into = textOption(options.into);
  if (into === undefined) {
    throw new Failure({
      zh: "请用 --into 指定导入到哪个工作簿或 CSV 文件夹。",
      en: "Give the workbook or CSV folder with --into.",
    });
  }
  const source = await readLedger(await entriesOf(path));
  const target = await readLedger(await entriesOf(into));
  const unreadable = [...source.findings, ...target.findings].filter(({ level }) => level === "error");
  if (unreadable.length > 0) {
    reportFindings(unreadable, terminal);
    return EXIT.unreadable;
  }
  await requireRewritable(into, target.sheets);
  const records = recordsOf(target.sheets);
  const mapping = withKnownUnits(await mappingOf(textOption(options.mapping), terminal), records);
  const imported = importFrom(source.sheets, textOption(options.sheet), mapping);
  const findings = [...imported.findings, ...laterFindings(target.sheets, imported.sheet, basename(path))];
  reportFindings(findings, terminal);
  if (hasError(imported.findings)) {
    terminal.error(both({ zh: `${countText(findings)}；未导入。`, en: "Nothing was imported." }));
    return EXIT.findings;
  }
  const lines = recordsOf([imported.sheet]).get("ledger") ?? [];
  const before = keptLines(records, options);
  await write(into, new Map([...records, ["ledger", [...before, ...lines]]]), lines[0]?.year);
  terminal.out(
    both({ zh: `导入 ${lines.length} 笔到 ${into}。`, en: `Imported ${lines.length} lines into ${into}.` }),
  );
  return EXIT.done;
}

/** A workbook is written anew, as xlsx and with the schema's sheets: what would be lost stops the import. */
async function requireRewritable(into: string, sheets: readonly RawSheet[]): Promise<void> {
  if (await isFolder(into)) return;
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

/** What reading the budget will say about the imported lines, with their places in the export. */
function laterFindings(sheets: readonly RawSheet[], ledger: RawSheet, file: string): readonly Finding[] {
  const others = sheets.filter(({ name }) => sheetIndexOf(name) !== sheetIndexOf(ledger.name));
  return readBudget([...others, ledger]).findings.filter(({ place }) => place?.file === file);
}

function importFrom(
  sheets: readonly RawSheet[],
  name: string | undefined,
  mapping: ImportMapping,
): ImportedLines {
  const visible = sheets.filter((sheet) => !sheet.hidden);
  const candidates = name === undefined ? visible : sheets.filter((sheet) => sheet.name === name);
  const attempts = candidates.map((sheet) => importLines(sheet, mapping));
  const found = attempts.filter(({ findings }) => !findings.some(({ rule }) => rule === "import/no-header"));
  const names = sheets.map((sheet) => sheet.name).join("、");
  if (found.length > 1) {
    throw new Failure({
      zh: `有几张工作表都像明细，请用 --sheet 指定一张：${names}。`,
      en: `Several sheets look like lines; choose one with --sheet: ${names}.`,
    });
  }
  const chosen = found[0] ?? attempts[0];
  if (chosen !== undefined) return chosen;
  throw new Failure({
    zh: `没有这张工作表。可选：${names}。`,
    en: `There is no such sheet. Choose one of: ${names}.`,
  });
}

async function mappingOf(path: string | undefined, terminal: Terminal): Promise<ImportMapping> {
  if (path === undefined) return {};
  const json = await readFile(path, "utf8")
    .then((content): unknown => JSON.parse(content.replace(/^\ufeff/, "")))
    .catch(() => undefined);
  if (json === undefined) {
    throw new Failure(
      { zh: `“${path}”读不了，或不是 JSON。`, en: `"${path}" cannot be read or is not JSON.` },
      EXIT.unreadable,
    );
  }
  const { mapping, findings } = readMapping(json, basename(path));
  if (findings.length === 0) return mapping;
  reportFindings(findings, terminal);
  throw new Failure({ zh: "请先改正对照文件。", en: "Correct the mapping file first." });
}

/** Units that are entered already are known by their names and codes; the mapping file comes first. */
function withKnownUnits(mapping: ImportMapping, records: EntryRecords): ImportMapping {
  const known = (records.get("units") ?? []).flatMap(({ unit = "", name = "", code = "" }) =>
    [name, code].filter((word) => word !== "" && unit !== "").map((word) => [word, unit] as const),
  );
  const unit = { ...Object.fromEntries(known), ...mapping.values?.unit };
  return { ...mapping, values: { ...mapping.values, unit } };
}

function keptLines(records: EntryRecords, options: CommandInput["options"]) {
  const before = records.get("ledger") ?? [];
  if (before.length === 0 || options.replace === true) return [];
  if (options.append === true) return before;
  throw new Failure({
    zh: `预算明细中已有 ${before.length} 笔。请用 --append 追加，或用 --replace 替换。`,
    en: `The ledger has ${before.length} lines already. Use --append to add, or --replace to replace them.`,
  });
}

/** Of a folder only the ledger changes. A workbook is written anew with everything that its sheets hold. */
async function write(into: string, records: EntryRecords, lineYear: string | undefined): Promise<void> {
  if (await isFolder(into)) {
    const files = writeCsvRecords(records).filter(({ name }) => name === "ledger.csv");
    return writeEntryFiles(
      files.map(({ name, bytes }) => ({ path: join(into, name), bytes })),
      true,
    );
  }
  const year = Number(records.get("department")?.[0]?.year ?? lineYear);
  return writeEntryFiles([{ path: into, bytes: await writeEntryRecords(records, year) }], true);
}
