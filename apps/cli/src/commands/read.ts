import { join } from "node:path";
import { tablesOf } from "@mingzhang/readers";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { readPublished } from "../published.ts";
import { readFiles } from "../read-files.ts";
import { reportFindings } from "../report.ts";
import { writeWhole } from "../write-files.ts";

export default defineCommand({
  name: "read",
  summary: {
    zh: "读公开材料（PDF、Excel、Word、网页、文本、压缩包），取出表格和数字。",
    en: "Reads published packs (PDF, Excel, Word, HTML, text, archives) into clean tables and facts.",
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
      flags: "-o, --out <folder>",
      text: {
        zh: "写出 CSV 表格、facts.csv、facts.json、正文和未读懂的内容。",
        en: "Write CSV tables, facts, the prose and what was not understood.",
      },
    },
    {
      flags: "--tables-json",
      text: {
        zh: "在标准输出打印原始表格：{tables:[{page,rows}]}。",
        en: "Print the raw tables on standard output.",
      },
    },
    { flags: "--json", text: { zh: "打印机器可读的概要。", en: "Print a machine-readable summary." } },
  ],
  examples: [
    {
      command: "mingzhang read 预算公开.pdf -o tables",
      text: { zh: "取出全部表格和数字。", en: "Take out all tables and figures." },
    },
  ],
  run,
});

async function run({ arguments: paths, options }: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const published = await readPublished(paths);
  const { reading, pack, findings } = published;
  if (options.tablesJson === true) {
    terminal.out(JSON.stringify({ tables: reading.documents.flatMap(({ document }) => tablesOf(document)) }));
    return reading.documents.length === 0 ? EXIT.unreadable : EXIT.done;
  }
  reportFindings(findings, terminal);
  if (reading.documents.length === 0) return EXIT.unreadable;
  const out = textOption(options.out);
  const files = out === undefined ? [] : readFiles(published);
  for (const file of files) await writeWhole(join(out ?? "", file.path), file.bytes);
  const summary = {
    kind: pack.kind,
    year: pack.year,
    body: pack.body,
    tables: pack.tables.length,
    facts: pack.facts.length,
    unread: pack.unread.length,
    files: files.map((file) => file.path),
  };
  terminal.out(
    options.json === true ? JSON.stringify(summary, null, 2) : summaryText(summary, pack.reason.zh, out),
  );
  return EXIT.done;
}

function summaryText(
  summary: {
    body: string | undefined;
    year: number | undefined;
    tables: number;
    facts: number;
    unread: number;
    files: readonly string[];
  },
  reason: string,
  out: string | undefined,
): string {
  const written =
    out === undefined
      ? "加 -o 写出表格和数字。Add -o to write them."
      : `已写出 Written：${out}（${summary.files.length} 个文件）`;
  return [
    `${summary.body ?? "（未写明单位）"}　${summary.year ?? "（未写明年度）"}　${reason}`,
    `　表 ${summary.tables} 张，读懂的数字 ${summary.facts} 个，未读懂 ${summary.unread} 处`,
    `　${written}`,
  ].join("\n");
}
