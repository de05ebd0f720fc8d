import type { Cell, Document, Grid } from "../../document/document.ts";
import type { EvaluatedForm, SelfEvaluation } from "../evaluation.ts";
import { percentText, ratio, sum } from "../ratio.ts";
import { type EvaluationSummary, summarise } from "../summary.ts";
import {
  centred,
  documentOf,
  gridOf,
  heading,
  label,
  money,
  points,
  type Reporter,
  rate,
  reporterOf,
  type Subject,
  words,
} from "./report.ts";

/** 自评汇总表: coverage and grades, every form with its score beside its execution, and what is left unsaid. */
export function composeSummary(evaluation: SelfEvaluation, subject: Subject): Document {
  const reporter = reporterOf(subject);
  const summary = summarise(evaluation, reporter.profile);
  const concerns = concernsGrid(evaluation, reporter);
  return documentOf(reporter, {
    title: "绩效自评汇总表",
    grids: [
      formsGrid(evaluation, reporter),
      distributionGrid(summary, reporter),
      ...(concerns === undefined ? [] : [concerns]),
    ],
  });
}

function nameOf({ project }: EvaluatedForm, { body }: Reporter): string {
  return project?.name ?? `${body}整体`;
}

function formsGrid({ forms }: SelfEvaluation, reporter: Reporter): Grid {
  const header = [
    "评价对象",
    "年初预算数",
    "全年预算数",
    "全年执行数",
    "执行率",
    "指标得分率",
    "总分",
    "等级",
    "未说明事项",
    "得分与执行不相称",
  ];
  return gridOf(reporter, {
    id: "scores",
    caption: `${reporter.year}年绩效自评汇总表`,
    shortName: "自评汇总",
    columns: [
      ["scope", 24],
      ["original", 12, "right"],
      ["adjusted", 12, "right"],
      ["executed", 12, "right"],
      ["rate", 10, "center"],
      ["share", 10, "center"],
      ["total", 9, "center"],
      ["grade", 8, "center"],
      ["unsaid", 9, "center"],
      ["disagreement", 12, "center"],
    ],
    headerRows: 1,
    rows: [header.map((text) => heading(text)), ...forms.map((form) => formRow(form, reporter))],
    orientation: "landscape",
    below: [
      `不相称：指标得分率高出预算执行率的部分，超过指标得分率的${reporter.profile.performance.evaluation.disagreement}%。`,
    ],
  });
}

function formRow(form: EvaluatedForm, reporter: Reporter): Cell[] {
  const { execution, indicators, total, concerns, executionScore } = form;
  const { original, adjusted, executed } = execution;
  const weights = sum(indicators.map(({ weight }) => weight));
  const scored = sum(indicators.map(({ score }) => score.points));
  const share =
    weights.numerator === 0n
      ? "—"
      : percentText(ratio(scored.numerator * weights.denominator, scored.denominator * weights.numerator));
  const disagrees = concerns.some(({ kind }) => kind === "disagreement");
  const unsaid = concerns.filter(({ kind }) => UNSAID.has(kind)).length;
  return [
    label(nameOf(form, reporter), { align: "left" }),
    money(original, reporter),
    money(adjusted, reporter),
    money(executed, reporter),
    rate(executed, adjusted),
    centred(share),
    points(total.printed),
    centred(total.grade ?? "—"),
    points(ratio(BigInt(unsaid))),
    centred(executionScore === undefined ? "—" : disagrees ? "是" : "否"),
  ];
}

/** Concerns that saying something would settle. */
const UNSAID: ReadonlySet<string> = new Set([
  "low-execution",
  "unexplained-adjustment",
  "missing-actual",
  "lacks-reason",
]);

function distributionGrid(summary: EvaluationSummary, reporter: Reporter): Grid {
  const { projects, evaluated, coverage, grades, disagreeing } = summary;
  const row = (text: string, value: string) => [label(text), centred(value)];
  return gridOf(reporter, {
    id: "distribution",
    caption: `${reporter.year}年项目绩效自评覆盖率和等级分布`,
    shortName: "等级分布",
    amounts: false,
    columns: [
      ["subject", 40],
      ["value", 30, "center"],
    ],
    headerRows: 1,
    rows: [
      [heading("内容"), heading("数值")],
      row("项目数", String(projects)),
      row("已自评的项目数", String(evaluated)),
      row("项目绩效自评覆盖率", coverage === undefined ? "—" : percentText(coverage)),
      ...grades.map(({ name, count }) => row(`等级“${name}”的项目数`, String(count))),
      row("得分与执行不相称的项目数", String(disagreeing.length)),
    ],
    below: ["已自评：年末至少填报过一项完成值、情况说明或原因的项目。"],
  });
}

function concernsGrid({ forms }: SelfEvaluation, reporter: Reporter): Grid | undefined {
  const rows = forms.flatMap((form) =>
    form.concerns.map(({ level, text }): Cell[] => [
      label(nameOf(form, reporter), { align: "left" }),
      centred(level === "red" ? "红" : "黄"),
      words(text),
    ]),
  );
  if (rows.length === 0) return undefined;
  return gridOf(reporter, {
    id: "concerns",
    caption: `${reporter.year}年绩效自评需要关注和说明的事项`,
    shortName: "关注事项",
    amounts: false,
    columns: [
      ["scope", 26],
      ["level", 8, "center"],
      ["concern", 66],
    ],
    headerRows: 1,
    rows: [[heading("评价对象"), heading("程度"), heading("事项")], ...rows],
  });
}
