import { join } from "node:path";
import { hasError, readBudget } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import {
  blankRecords,
  type EntryRecords,
  recordsOf,
  writeCsvRecords,
  writeEntryRecords,
} from "@mingzhang/renderers";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { writeEntryFiles } from "../entry-files.ts";
import { Failure } from "../failure.ts";
import { entriesOf, profileFor } from "../load.ts";
import { both, countText, reportFindings } from "../report.ts";

export default defineCommand({
  name: "new",
  summary: {
    zh: "新建填报工作簿（或 CSV 文件夹）：空白的，或填好已有的预算数据。",
    en: "Creates a budget workbook (or CSV folder) to fill in: blank, or filled with an existing budget.",
  },
  arguments: [
    {
      name: "file",
      required: false,
      text: {
        zh: "写到哪个 .xlsx 文件；默认“<年度>年部门预算填报工作簿.xlsx”。",
        en: "The .xlsx file to write; named after the year by default.",
      },
    },
  ],
  options: [
    { flags: "--year <year>", text: { zh: "编制哪一年的预算。", en: "The budget year." } },
    { flags: "--profile <id>", text: { zh: "按哪一地的表样公开。", en: "The place's profile." } },
    {
      flags: "--region <name>",
      text: { zh: "印在表名里的地区简称。", en: "The place as table titles name it." },
    },
    {
      flags: "--csv <folder>",
      text: { zh: "写成 CSV 文件夹，不写工作簿。", en: "Write a folder of CSV files instead of a workbook." },
    },
    {
      flags: "--from <path>",
      text: {
        zh: "填好这个工作簿或 CSV 文件夹里的内容，未填完的也可以。",
        en: "Fill it with this workbook or CSV folder, finished or not.",
      },
    },
    { flags: "--force", text: { zh: "覆盖已有文件。", en: "Overwrite existing files." } },
  ],
  examples: [
    {
      command: "mingzhang new --year 2026 --profile chongqing-district",
      text: { zh: "新建2026年的空白工作簿。", en: "A blank workbook for 2026." },
    },
    {
      command: "mingzhang new 填报.xlsx --from fixtures/wansheng-2023",
      text: { zh: "把 CSV 文件夹变成工作簿。", en: "Turn a CSV folder into a workbook." },
    },
    {
      command: "mingzhang new --csv 数据 --from 填报.xlsx",
      text: { zh: "把工作簿变成 CSV 文件夹。", en: "Turn a workbook into a CSV folder." },
    },
  ],
  run,
});

async function run({ arguments: [file], options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const csv = textOption(options.csv);
  if (file !== undefined && csv !== undefined) {
    throw new Failure({
      zh: "文件名和 --csv 只能给一个。",
      en: "Give either a file name or --csv, not both.",
    });
  }
  const from = textOption(options.from);
  const records = from === undefined ? blank(options) : await existing(from, options, terminal);
  if (records === undefined) return EXIT.unreadable;
  const year = yearOf(records);
  const path = file ?? `${year}年部门预算填报工作簿.xlsx`;
  const files =
    csv === undefined
      ? [{ path, bytes: await writeEntryRecords(records, year) }]
      : writeCsvRecords(records).map(({ name, bytes }) => ({ path: join(csv, name), bytes }));
  await writeEntryFiles(files, options.force === true);
  terminal.out(both({ zh: `已写出 ${csv ?? path}。`, en: `Wrote ${csv ?? path}.` }));
  return EXIT.done;
}

/** Anything before is a slip of the keyboard. */
const EARLIEST_YEAR = 2001;

function blank(options: CommandInput["options"]): EntryRecords {
  const year = textOption(options.year) ?? "";
  if (!/^20\d\d$/.test(year)) {
    throw new Failure({
      zh: "请用 --year 指定预算年度，如 --year 2026。",
      en: "Give the budget year with --year, e.g. --year 2026.",
    });
  }
  const region = textOption(options.region);
  const { id } = profileFor(textOption(options.profile));
  return blankRecords({ year: Number(year), profile: id, ...(region !== undefined && { region }) });
}

/** What stands in the input, with what is wrong with it reported; undefined where the files cannot be read. */
async function existing(
  path: string,
  options: CommandInput["options"],
  terminal: Terminal,
): Promise<EntryRecords | undefined> {
  if (["year", "profile", "region"].some((name) => options[name] !== undefined)) {
    throw new Failure({
      zh: "--year、--profile、--region 用于空白工作簿；用 --from 时以原有内容为准。",
      en: "--year, --profile and --region are for a blank workbook; with --from its content decides.",
    });
  }
  const { sheets, findings } = await readLedger(await entriesOf(path));
  reportFindings(findings, terminal);
  if (hasError(findings)) return undefined;
  const read = readBudget(sheets);
  reportFindings(read.findings, terminal);
  if (read.findings.length > 0) terminal.error(countText(read.findings));
  return recordsOf(sheets);
}

function yearOf(records: EntryRecords): number {
  const year = Number(records.get("department")?.[0]?.year);
  if (Number.isInteger(year) && year >= EARLIEST_YEAR) return year;
  throw new Failure({
    zh: "“部门信息”中没有预算年度，请先填写。",
    en: "The department sheet has no budget year; fill it in first.",
  });
}
