import { check, hasError, type Pack, RULES, type RuleContext, type Text } from "@mingzhang/core";
import { reportHtml, writeCheckSheet } from "@mingzhang/renderers";
import { checkJson } from "../check-json.ts";
import { checkText } from "../check-text.ts";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
  textsOption,
} from "../command.ts";
import { dateOption } from "../date-option.ts";
import { Failure } from "../failure.ts";
import { pagePictures } from "../page-pictures.ts";
import { filesOf, readPublished } from "../published.ts";
import { reportFindings } from "../report.ts";
import { writeWhole } from "../write-files.ts";

export default defineCommand({
  name: "check",
  summary: {
    zh: "核对一套公开材料：表内、表间、文字与表、目录、绩效，指出哪里自相矛盾。",
    en: "Checks a published pack and shows what contradicts what.",
  },
  arguments: [
    {
      name: "files",
      required: true,
      variadic: true,
      text: { zh: "一套材料的文件或文件夹。", en: "The files or folders of one pack." },
    },
  ],
  options: [
    {
      flags: "--prior <file>",
      repeatable: true,
      text: {
        zh: "同一单位上一年的公开件：核对本年材料里的上年数。几个文件合为一套的，每个文件写一次。",
        en: "The same body's pack of the year before, to compare this year's figures of last year with; once for each of its files.",
      },
    },
    {
      flags: "--unit <path>",
      repeatable: true,
      text: {
        zh: "所属一个单位的公开件（文件或文件夹），与部门核对：部门应等于各单位之和。所属全部单位都要给，含本级，每个单位写一次。",
        en: "The pack of one of the department's units, a file or a folder, to compare the department with the sum of its units; give all of them, the organ itself (本级) included, once each.",
      },
    },
    {
      flags: "--approved <date>",
      text: {
        zh: "批复日期，如 2024-02-09：与公开日期一起核对是否在二十日内公开。",
        en: "The date of approval, such as 2024-02-09, to check that publication took at most twenty days.",
      },
    },
    {
      flags: "--published <date>",
      text: { zh: "公开日期，如 2024-02-29。", en: "The date of publication, such as 2024-02-29." },
    },
    {
      flags: "--json",
      text: { zh: "在标准输出打印机器可读的结果。", en: "Print a machine-readable result." },
    },
    {
      flags: "--xlsx <file>",
      text: {
        zh: "另写一份财政部门检查表样式的 Excel：检查表、问题清单、未核对。",
        en: "Also write a workbook in the form of a finance bureau's check sheet.",
      },
    },
    {
      flags: "--html <file>",
      text: {
        zh: "另写一份网页报告：问题旁边是标出位置的原页。",
        en: "Also write a report as a web page: each finding beside its page with the place marked.",
      },
    },
  ],
  examples: [
    { command: "mingzhang check 预算公开.pdf", text: { zh: "核对一份 PDF。", en: "Check one PDF." } },
    {
      command: "mingzhang check 说明.docx 表格.xls --json",
      text: { zh: "几个文件合为一套。", en: "Several files are one pack." },
    },
    {
      command:
        "mingzhang check 2024年预算.pdf --prior 2023年预算.pdf --approved 2024-02-09 --published 2024-02-28",
      text: {
        zh: "连同上年公开件核对上年数，并核对是否按时公开。",
        en: "Compare with last year's pack, and check that it was published in time.",
      },
    },
    {
      command: "mingzhang check 部门预算.pdf --unit 本级.pdf --unit 敬老院.xlsx",
      text: {
        zh: "部门与所属全部单位之和核对。",
        en: "Compare a department with the sum of all its units.",
      },
    },
  ],
  run,
});

async function run({ arguments: paths, options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const dates = datesOf(options);
  const published = await readPublished(paths);
  reportFindings(published.findings, terminal);
  const prior = await readPrior(textsOption(options.prior));
  const units = await readUnits(textsOption(options.unit));
  const context = { pack: published.pack, units, ...(prior === undefined ? {} : { prior }), ...dates };
  const report = check(context, RULES);
  if (options.json === true) terminal.out(JSON.stringify(checkJson(published, report), null, 2));
  else if (published.reading.documents.length > 0) terminal.out(checkText(published, report));
  const xlsx = textOption(options.xlsx);
  if (xlsx !== undefined) await writeWhole(xlsx, await writeCheckSheet(report, published.findings));
  const html = textOption(options.html);
  if (html !== undefined) {
    const figures = report.contradictions.flatMap(({ set }) => set.variables.map(({ figure }) => figure));
    const own = figures.filter(({ pack }) => pack === undefined);
    const pictures = await pagePictures(await filesOf(paths), [...report.findings, ...own]);
    const page = reportHtml({ report, reading: published.findings, pictures });
    await writeWhole(html, new TextEncoder().encode(page));
  }
  if (published.reading.documents.length === 0) return EXIT.unreadable;
  return hasError(report.findings) ? EXIT.findings : EXIT.done;
}

function datesOf(options: CommandInput["options"]): Pick<RuleContext, "approvalDate" | "publicationDate"> {
  const approvalDate = dateOption(options.approved, "--approved");
  const publicationDate = dateOption(options.published, "--published");
  return {
    ...(approvalDate === undefined ? {} : { approvalDate }),
    ...(publicationDate === undefined ? {} : { publicationDate }),
  };
}

/** Last year's pack; what reading it found concerns nobody any more, but that it cannot be read does. */
async function readPrior(paths: readonly string[]): Promise<RuleContext["prior"]> {
  if (paths.length === 0) return undefined;
  return readOther(paths, { zh: "上年材料", en: "Last year's pack" });
}

/** The units' packs, each a file or a folder. */
async function readUnits(paths: readonly string[]): Promise<readonly Pack[]> {
  const units: Pack[] = [];
  for (const path of paths) units.push(await readOther([path], { zh: "单位材料", en: "The unit's pack" }));
  return units;
}

async function readOther(paths: readonly string[], what: Text): Promise<Pack> {
  const { pack, reading } = await readPublished(paths);
  if (reading.documents.length > 0) return pack;
  throw new Failure(
    {
      zh: `${what.zh}“${paths.join("、")}”读不出来。`,
      en: `${what.en} "${paths.join(", ")}" cannot be read.`,
    },
    EXIT.unreadable,
  );
}
