import { type Command, type CommandInput, textOption } from "../command.ts";

/** What every command on a budget's year takes. */
export const YEAR_ARGUMENTS: Command["arguments"] = [
  {
    name: "budget",
    required: true,
    text: {
      zh: "填报工作簿，或同样内容的 CSV 文件夹。",
      en: "A budget workbook, or a folder of CSV files with the same content.",
    },
  },
];

export const YEAR_OPTIONS: Command["options"] = [
  {
    flags: "--year <path>",
    text: {
      zh: "执行中记录的各表（调整、支付、台账、监控、自评……）所在的工作簿或文件夹；不写则用预算旁边的 year 文件夹，或同一工作簿里的表。",
      en: "The workbook or folder with what was recorded in the year; by default the folder year beside the budget's files, or the sheets of the same workbook.",
    },
  },
  {
    flags: "--profile <id>",
    text: {
      zh: "按哪一地的规定；不写则用部门信息所填。",
      en: "The place's profile; by default the one that the department sheet names.",
    },
  },
  {
    flags: "-o, --out <folder>",
    text: {
      zh: "另写出各表的网页、Excel、Word、PDF 和数据。",
      en: "Also write the forms as web page, Excel, Word and PDF, with their data.",
    },
  },
];

/** The budget's path and where its year and profile come from. */
export function yearSource({ arguments: [path = ""], options }: CommandInput) {
  const [year, profile] = [textOption(options.year), textOption(options.profile)];
  return [
    path,
    { ...(year === undefined ? {} : { year }), ...(profile === undefined ? {} : { profile }) },
  ] as const;
}
