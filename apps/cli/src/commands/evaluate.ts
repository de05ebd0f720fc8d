import {
  composeAdjustments,
  composeEvaluation,
  composeReview,
  composeSummary,
  composeTargetChanges,
  evaluate,
  openBook,
} from "@mingzhang/core";
import { evaluationData } from "@mingzhang/renderers";
import {
  type CommandInput,
  defineCommand,
  EXIT,
  type ExitCode,
  type Terminal,
  textOption,
} from "../command.ts";
import { loadYear, unitIdOf } from "../load.ts";
import { reportFindings } from "../report.ts";
import { evaluateText } from "../year/evaluate-text.ts";
import { writeForms } from "../year/forms.ts";
import { YEAR_ARGUMENTS, YEAR_OPTIONS, yearSource } from "../year/source.ts";

export default defineCommand({
  name: "evaluate",
  summary: {
    zh: "绩效自评：按完成值和支付计分，写出算式、总分、等级和需要说明的事项。",
    en: "Evaluates a budget's year: scores with their arithmetic, totals, grades, and what must be explained.",
  },
  arguments: YEAR_ARGUMENTS,
  options: [
    ...YEAR_OPTIONS,
    {
      flags: "--unit <name>",
      text: {
        zh: "只算一个预算单位（简称、全称或编码），不算整个部门。",
        en: "One unit (short name, name or code) instead of the whole department.",
      },
    },
  ],
  examples: [
    {
      command: "mingzhang evaluate fixtures/wansheng-2023",
      text: {
        zh: "示例部门的自评；有需要说明的事项时退出码为 1。",
        en: "The example department; exit code 1 if something must be explained.",
      },
    },
    {
      command: "mingzhang evaluate 填报工作簿.xlsx -o 自评",
      text: {
        zh: "另写出自评表、复核表、汇总表、目标调整表、预算调整表，以及得分和所据台账的数据。",
        en: "Also write all forms, and the scores with the records they were counted from as data.",
      },
    },
  ],
  run,
});

async function run(input: CommandInput, terminal: Terminal): Promise<ExitCode> {
  const loaded = await loadYear(...yearSource(input));
  reportFindings(loaded.findings, terminal);
  if (loaded.budget === undefined) return loaded.code;
  const { budget, year, profile } = loaded;
  const unit = textOption(input.options.unit);
  const book = openBook(budget, ...(unit === undefined ? [] : [unitIdOf(budget, unit)]));
  const evaluation = evaluate(budget, year, profile, book);
  terminal.out(evaluateText(evaluation, profile));
  const out = textOption(input.options.out);
  if (out !== undefined) {
    const subject = { budget, profile, book };
    const documents = [
      composeEvaluation(evaluation, subject),
      composeReview(evaluation, subject),
      composeSummary(evaluation, subject),
      composeTargetChanges(year, subject),
      composeAdjustments(year, subject),
    ];
    const data = evaluationData(evaluation);
    if (!(await writeForms(out, { documents, data }, terminal))) return EXIT.findings;
  }
  const open = evaluation.forms.some(({ concerns }) => concerns.length > 0);
  return open ? EXIT.findings : EXIT.done;
}
