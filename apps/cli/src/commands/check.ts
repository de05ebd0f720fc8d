import { check, hasError, RULES } from "@mingzhang/core";
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
} from "../command.ts";
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
  ],
  run,
});

async function run({ arguments: paths, options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const published = await readPublished(paths);
  reportFindings(published.findings, terminal);
  const report = check({ pack: published.pack }, RULES);
  if (options.json === true) terminal.out(JSON.stringify(checkJson(published, report), null, 2));
  else if (published.reading.documents.length > 0) terminal.out(checkText(published, report));
  const xlsx = textOption(options.xlsx);
  if (xlsx !== undefined) await writeWhole(xlsx, await writeCheckSheet(report, published.findings));
  const html = textOption(options.html);
  if (html !== undefined) {
    const pictures = await pagePictures(await filesOf(paths), report.findings);
    const page = reportHtml({ report, reading: published.findings, pictures });
    await writeWhole(html, new TextEncoder().encode(page));
  }
  if (published.reading.documents.length === 0) return EXIT.unreadable;
  return hasError(report.findings) ? EXIT.findings : EXIT.done;
}
