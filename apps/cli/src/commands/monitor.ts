import { composeMonitoring, monitor } from "@mingzhang/core";
import { monitoringData } from "@mingzhang/renderers";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { dateOption } from "../date-option.ts";
import { Failure } from "../failure.ts";
import { loadYear } from "../load.ts";
import { reportFindings } from "../report.ts";
import { writeForms } from "../year/forms.ts";
import { monitorText, openAnswers } from "../year/monitor-text.ts";
import { YEAR_ARGUMENTS, YEAR_OPTIONS, yearSource } from "../year/source.ts";

export default defineCommand({
  name: "monitor",
  summary: {
    zh: "绩效运行监控：到某一天的预算执行和指标，亮灯，指出待说明和逾期的事项。",
    en: "Monitors a budget's year on a date: execution and indicators with their lights, what is unexplained or overdue.",
  },
  arguments: YEAR_ARGUMENTS,
  options: [
    {
      flags: "--at <date>",
      text: { zh: "监控截至哪一天，如 2023-07-31。", en: "The date, such as 2023-07-31." },
    },
    ...YEAR_OPTIONS,
  ],
  examples: [
    {
      command: "mingzhang monitor fixtures/wansheng-2023 --at 2023-07-31",
      text: {
        zh: "七月底的监控；有待说明或逾期的事项时退出码为 1。",
        en: "At the end of July; exit code 1 if something is unexplained or overdue.",
      },
    },
    {
      command: "mingzhang monitor 填报工作簿.xlsx --at 2023-09-30 -o 监控",
      text: {
        zh: "另写出监控表的各种格式和数据。",
        en: "Also write the forms in all formats, with their data.",
      },
    },
  ],
  run,
});

async function run(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const date = dateOption(input.options.at, "--at");
  if (date === undefined) {
    throw new Failure({
      zh: "没有写监控截至哪一天。请用 --at 指定，如 --at 2023-07-31。",
      en: "No date is given. Use --at, such as --at 2023-07-31.",
    });
  }
  const loaded = await loadYear(...yearSource(input));
  reportFindings(loaded.findings, terminal);
  if (loaded.budget === undefined) return loaded.code;
  const { budget, year, profile } = loaded;
  if (!date.startsWith(`${budget.department.year}-`)) {
    throw new Failure({
      zh: `--at ${date} 不在预算年度 ${budget.department.year} 年内。`,
      en: `--at ${date} is not in the budget year ${budget.department.year}.`,
    });
  }
  const monitoring = monitor(budget, year, profile, date);
  terminal.out(monitorText(monitoring, profile));
  const out = textOption(input.options.out);
  if (out !== undefined) {
    const documents = [composeMonitoring(monitoring, { budget, profile })];
    const data = monitoringData(monitoring);
    if (!(await writeForms(out, { documents, data }, terminal))) return EXIT.findings;
  }
  return openAnswers(monitoring) + monitoring.overdue.length > 0 ? EXIT.findings : EXIT.done;
}
