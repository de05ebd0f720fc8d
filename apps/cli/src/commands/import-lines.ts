import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  hasError,
  IMPORT_TARGETS,
  type ImportedRows,
  type ImportMapping,
  type ImportTarget,
  importFromSheets,
  knownUnits,
  LINE_IMPORT,
  type RawSheet,
  readMapping,
  withoutKnown,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { type EntryRecords, recordsOf } from "@mingzhang/renderers";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { Failure } from "../failure.ts";
import { laterFindings, placeOf, writePlace } from "../import-place.ts";
import { entriesOf } from "../load.ts";
import { both, countText, reportFindings } from "../report.ts";

export default defineCommand({
  name: "import",
  summary: {
    zh: "把其他系统导出的表（一行一笔）导入工作簿或 CSV 文件夹：预算明细、支付明细或绩效佐证台账。",
    en: "Imports an export of another system into a workbook or CSV folder: budget lines, payments or evidence.",
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
      flags: "--as <sheet>",
      text: {
        zh: "导入哪张表：预算明细（ledger）、支付明细（payments）、绩效佐证台账（records）。",
        en: "Which sheet the rows are for: ledger, payments or records.",
      },
      default: "ledger",
    },
    {
      flags: "--budget <path>",
      text: {
        zh: "导入单独的绩效管理工作簿或文件夹时，它的预算。",
        en: "The budget of the year, where --into holds the year alone.",
      },
    },
    {
      flags: "--mapping <file>",
      text: {
        zh: "对照文件（JSON）：哪一列是什么、值怎么对应。",
        en: "A JSON file that says which column is what and what values stand for.",
      },
    },
    { flags: "--sheet <name>", text: { zh: "导出文件中的哪张工作表。", en: "Which sheet of the export." } },
    {
      flags: "--append",
      text: {
        zh: "加在已有的行之后；已有的支付（凭证号、日期、金额都相同，没有凭证号的各栏都相同）不再导入。",
        en: "Add to the rows that are there, without the payments that are: known by voucher, date and amount, or by all their columns where they have no voucher.",
      },
    },
    { flags: "--replace", text: { zh: "替换已有的行。", en: "Replace the rows that are there." } },
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
    {
      command: "mingzhang import 支付明细.xlsx --as payments --into 绩效.xlsx --budget 填报.xlsx --append",
      text: {
        zh: "把一个月的支付导入绩效管理工作簿。",
        en: "Add a month's payments to the year's workbook.",
      },
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
  const target = targetOf(textOption(options.as) ?? LINE_IMPORT.schema.id);
  const source = await readLedger(await entriesOf(path));
  const place = await placeOf(into, target, textOption(options.budget));
  const unreadable = [...source.findings, ...place.findings].filter(({ level }) => level === "error");
  if (unreadable.length > 0) {
    reportFindings(unreadable, terminal);
    return EXIT.unreadable;
  }
  const { records } = place;
  const mapping = withKnownUnits(await mappingOf(textOption(options.mapping), target, terminal), records);
  const exported = importFrom(source.sheets, textOption(options.sheet), target, mapping);
  const there = options.replace === true ? [] : (records.get(target.schema.id) ?? []);
  const imported = withoutKnown(exported, target, there);
  const later = laterFindings(place, target, imported.sheet, basename(path));
  const findings = [...imported.findings, ...later];
  reportFindings(findings, terminal);
  if (hasError(imported.findings)) {
    terminal.error(both({ zh: `${countText(findings)}；未导入。`, en: "Nothing was imported." }));
    return EXIT.findings;
  }
  const rows = recordsOf([imported.sheet]).get(target.schema.id) ?? [];
  const before = keptRows(records, target, options);
  const written = new Map([...records, [target.schema.id, [...before, ...rows]]]);
  await writePlace(place, target, written, rows[0]?.year);
  terminal.out(
    both({
      zh: `导入 ${rows.length} 笔到 ${place.path}${imported.known > 0 ? `；另有 ${imported.known} 笔已在表中，未导入` : ""}。`,
      en: `Imported ${rows.length} rows into ${place.path}${imported.known > 0 ? `; ${imported.known} were there already` : ""}.`,
    }),
  );
  return EXIT.done;
}

/** A target by the id or the title of its sheet. */
function targetOf(name: string): ImportTarget {
  const target = IMPORT_TARGETS.find(({ schema }) => schema.id === name || schema.title === name);
  if (target !== undefined) return target;
  throw new Failure({
    zh: `不能导入“${name}”。可选：${IMPORT_TARGETS.map(({ schema }) => `${schema.title}（${schema.id}）`).join("、")}。`,
    en: `"${name}" cannot be imported. Choose one of: ${IMPORT_TARGETS.map(({ schema }) => schema.id).join(", ")}.`,
  });
}

function importFrom(
  sheets: readonly RawSheet[],
  name: string | undefined,
  target: ImportTarget,
  mapping: ImportMapping,
): ImportedRows {
  const chosen = importFromSheets(sheets, target, { mapping, name });
  if ("imported" in chosen) return chosen.imported;
  const names = chosen.choices.join("、");
  if (name === undefined && chosen.choices.length > 1) {
    throw new Failure({
      zh: `有几张工作表都像要导入的表，请用 --sheet 指定一张：${names}。`,
      en: `Several sheets look like what is to be imported; choose one with --sheet: ${names}.`,
    });
  }
  throw new Failure({
    zh: `没有这张工作表。可选：${names}。`,
    en: `There is no such sheet. Choose one of: ${names}.`,
  });
}

async function mappingOf(
  path: string | undefined,
  target: ImportTarget,
  terminal: Terminal,
): Promise<ImportMapping> {
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
  const { mapping, findings } = readMapping(json, basename(path), target);
  if (findings.length === 0) return mapping;
  reportFindings(findings, terminal);
  throw new Failure({ zh: "请先改正对照文件。", en: "Correct the mapping file first." });
}

/** Units that are entered already are known by their names and codes; the mapping file comes first. */
function withKnownUnits(mapping: ImportMapping, records: EntryRecords): ImportMapping {
  const unit = { ...knownUnits(records.get("units") ?? []), ...mapping.values?.unit };
  return { ...mapping, values: { ...mapping.values, unit } };
}

function keptRows(
  records: EntryRecords,
  { schema: { id, title } }: ImportTarget,
  options: CommandInput["options"],
) {
  const before = records.get(id) ?? [];
  if (before.length === 0 || options.replace === true) return [];
  if (options.append === true) return before;
  throw new Failure({
    zh: `${title}中已有 ${before.length} 笔。请用 --append 追加，或用 --replace 替换。`,
    en: `${id} has ${before.length} rows already. Use --append to add, or --replace to replace them.`,
  });
}
