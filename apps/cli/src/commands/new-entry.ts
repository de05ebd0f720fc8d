import { hasError, readBudget, readYear, YEAR_SHEETS } from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import {
  blankRecords,
  blankYearRecords,
  type EntryForm,
  type EntryRecords,
  formOf,
  recordsOf,
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
import { csvFilesOf, writeEntryFiles } from "../entry-files.ts";
import { Failure } from "../failure.ts";
import { entriesOf, loadBudget, profileFor } from "../load.ts";
import { both, countText, reportFindings } from "../report.ts";

export default defineCommand({
  name: "new",
  summary: {
    zh: "新建填报工作簿（或 CSV 文件夹）：空白的，或填好已有的数据；也可新建一年的绩效管理工作簿。",
    en: "Creates a workbook (or CSV folder) to fill in, for a budget or for its year: blank, or with what there is.",
  },
  arguments: [
    {
      name: "file",
      required: false,
      text: {
        zh: "写到哪个 .xlsx 文件；默认“<年度>年部门预算填报工作簿.xlsx”或“<年度>年绩效管理工作簿.xlsx”。",
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
    {
      flags: "--year-of <budget>",
      text: {
        zh: "新建这份预算的绩效管理工作簿：单位、项目、指标的名称已列好。",
        en: "Make the workbook for the year of this budget, with the names of its units, projects and indicators.",
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
    {
      command: "mingzhang new 绩效.xlsx --year-of 填报.xlsx",
      text: { zh: "预算批复后，新建绩效管理工作簿。", en: "A workbook for the year of an approved budget." },
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
  const entry = await entryFor(options, terminal);
  if ("code" in entry) return entry.code;
  const { records, year, form } = entry;
  const path = file ?? `${year}年${form === "year" ? "绩效管理" : "部门预算填报"}工作簿.xlsx`;
  const files =
    csv === undefined
      ? [{ path, bytes: await writeEntryRecords(records, year, form) }]
      : csvFilesOf(csv, records, form);
  await writeEntryFiles(files, options.force === true);
  terminal.out(both({ zh: `已写出 ${csv ?? path}。`, en: `Wrote ${csv ?? path}.` }));
  return EXIT.done;
}

/** What is to be written, and as which form. */
interface NewEntry {
  readonly records: EntryRecords;
  readonly year: number;
  readonly form: EntryForm;
}
type Unreadable = { readonly code: ExitCode };

async function entryFor(
  options: CommandInput["options"],
  terminal: Terminal,
): Promise<NewEntry | Unreadable> {
  const from = textOption(options.from);
  const yearOf = textOption(options.yearOf);
  if ((from ?? yearOf) !== undefined) refuseBlankOptions(options);
  if (yearOf !== undefined) return yearEntry(yearOf, from, terminal);
  const records = from === undefined ? blank(options) : await existing(from, terminal);
  if (records === undefined) return { code: EXIT.unreadable };
  return { records, year: yearIn(records), form: formOf(records) };
}

/** The year of a budget: blank, or with what `from` holds of it. */
async function yearEntry(
  path: string,
  from: string | undefined,
  terminal: Terminal,
): Promise<NewEntry | Unreadable> {
  const { findings, ...loaded } = await loadBudget(path, undefined);
  // With a year to refill they are reported together with the year's.
  if (from === undefined || loaded.budget === undefined) reportFindings(findings, terminal);
  if (loaded.budget === undefined) return { code: loaded.code };
  const { year } = loaded.budget.department;
  const records = blankYearRecords(loaded.budget, loaded.profile);
  if (from === undefined) return { records, year, form: "year" };
  const entered = await existing(from, terminal, await entriesOf(path));
  if (entered === undefined) return { code: EXIT.unreadable };
  const ofYear = YEAR_SHEETS.map(({ id }) => [id, entered.get(id) ?? []] as const);
  return { records: new Map([...records, ...ofYear]), year, form: "year" };
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

function refuseBlankOptions(options: CommandInput["options"]): void {
  if (["year", "profile", "region"].every((name) => options[name] === undefined)) return;
  throw new Failure({
    zh: "--year、--profile、--region 用于空白工作簿；用 --from、--year-of 时以原有内容为准。",
    en: "--year, --profile and --region are for a blank workbook; with --from or --year-of the content decides.",
  });
}

/**
 * What stands in the input, with what is wrong with it reported; undefined where the files cannot be read. The year
 * is read with its budget's files beside it.
 */
async function existing(
  path: string,
  terminal: Terminal,
  budget?: Awaited<ReturnType<typeof entriesOf>>,
): Promise<EntryRecords | undefined> {
  const { sheets, findings } = await readLedger(await entriesOf(path));
  reportFindings(findings, terminal);
  if (hasError(findings)) return undefined;
  const records = recordsOf(sheets);
  const beside = budget === undefined ? [] : (await readLedger(budget)).sheets;
  const read = formOf(records) === "budget" ? readBudget(sheets) : readYear([...beside, ...sheets]);
  reportFindings(read.findings, terminal);
  if (read.findings.length > 0) terminal.error(countText(read.findings));
  return records;
}

function yearIn(records: EntryRecords): number {
  const year = Number(records.get("department")?.[0]?.year);
  if (Number.isInteger(year) && year >= EARLIEST_YEAR) return year;
  throw new Failure({
    zh: "“部门信息”中没有预算年度，请先填写。",
    en: "The department sheet has no budget year; fill it in first.",
  });
}
