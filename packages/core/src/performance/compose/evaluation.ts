import type { Cell, Document, Grid } from "../../document/document.ts";
import type { EvaluatedForm, EvaluatedIndicator, SelfEvaluation } from "../evaluation.ts";
import { boundGoal, statedTarget } from "../goal.ts";
import { arithmeticGrid } from "./arithmetic.ts";
import { inferredNote, treeRows } from "./indicator-rows.ts";
import {
  captionOf,
  centred,
  documentOf,
  gridOf,
  heading,
  label,
  money,
  moneyUnit,
  points,
  type Reporter,
  rate,
  reporterOf,
  type Subject,
  words,
} from "./report.ts";
import { actualText } from "./values.ts";

/**
 * 部门整体绩效自评表 and 项目支出绩效自评表, as the Ministry's usual form has them, each followed by the arithmetic of its
 * scores and where its values come from. Funds are not split by source: payments are recorded without one.
 */
export function composeEvaluation({ forms }: SelfEvaluation, subject: Subject): Document {
  const reporter = reporterOf(subject);
  return documentOf(reporter, {
    title: "绩效自评表",
    grids: forms.flatMap((form, index) => [
      formGrid(form, index, reporter),
      arithmeticGrid(form, index, reporter),
    ]),
  });
}

function formGrid(form: EvaluatedForm, index: number, reporter: Reporter): Grid {
  const { project, indicators } = form;
  return gridOf(reporter, {
    id: project === undefined ? "whole" : `project-${index}`,
    caption: captionOf("绩效自评表", project, reporter),
    shortName: project === undefined ? "整体自评" : `项目自评（${index}）`,
    columns: [
      ["class", 11],
      ["kind", 11],
      ["indicator", 20],
      ["target", 13],
      ["actual", 13],
      ["weight", 7],
      ["points", 8],
      ["explanation", 21],
    ],
    rows: [
      ...nameRows(form, reporter),
      ...fundRows(form, reporter),
      ...explanationRow(form),
      ...goalRows(form, reporter),
      [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
      ].map((text) => heading(text)),
      ...treeRows(indicators, "both", indicatorRow),
      totalRow(form),
    ],
    below: [
      "得分按精确值计算，合计后保留两位小数；各项计算过程和完成值来源见后表。",
      ...inferredNote(indicators),
    ],
  });
}

function nameRows({ project }: EvaluatedForm, { name, body }: Reporter): Cell[][] {
  if (project === undefined) return [[label(`${body}名称`, { colSpan: 2 }), words(name, { colSpan: 6 })]];
  return [
    [label("项目名称", { colSpan: 2 }), words(project.name, { colSpan: 6 })],
    [
      label("主管部门", { colSpan: 2 }),
      words(project.supervisedBy, { colSpan: 2 }),
      label("实施单位"),
      words(project.compiledBy, { colSpan: 3 }),
    ],
  ];
}

function fundRows({ project, execution, executionScore }: EvaluatedForm, reporter: Reporter): Cell[][] {
  const { original, adjusted, executed } = execution;
  const what = `${project === undefined ? reporter.body : "项目"}资金（${moneyUnit(reporter.profile)}）`;
  const header = ["年初预算数", "全年预算数", "全年执行数", "分值", "得分", "执行率"];
  return [
    [label(what, { colSpan: 2, rowSpan: 2 }), ...header.map((text) => heading(text))],
    [
      money(original, reporter, { align: "center" }),
      money(adjusted, reporter, { align: "center" }),
      money(executed, reporter, { align: "center" }),
      points(executionScore?.full),
      points(executionScore?.points === undefined ? undefined : executionScore.printed),
      rate(executed, adjusted),
    ],
  ];
}

function explanationRow({ said, concerns }: EvaluatedForm): Cell[][] {
  const text = explanation(
    said,
    concerns.some(({ kind }) => kind === "low-execution" || kind === "unexplained-adjustment"),
  );
  return text === ""
    ? []
    : [[label("预算执行偏差原因及改进措施", { colSpan: 2 }), words(text, { colSpan: 6 })]];
}

function goalRows({ project, indicators, said }: EvaluatedForm, { budget }: Reporter): Cell[][] {
  const goal = boundGoal(
    (project === undefined ? budget.department.overallGoal : project.goal) ?? "",
    indicators.map(({ current }) => current),
  );
  return [
    [
      label("年度总体目标", { colSpan: 2, rowSpan: 2 }),
      heading("预期目标", { colSpan: 3 }),
      heading("实际完成情况", { colSpan: 3 }),
    ],
    [words(goal, { colSpan: 3 }), words(said?.summary ?? "（未填）", { colSpan: 3 })],
  ];
}

function indicatorRow(indicator: EvaluatedIndicator): Cell[] {
  const { current, actual, weight, printed, said, lacksReason } = indicator;
  return [
    label(current.name, { align: "left" }),
    centred(statedTarget(current)),
    centred(actualText(current, actual) ?? "未填报"),
    points(weight),
    points(printed),
    words([adjustmentText(indicator), explanation(said, lacksReason)].filter(Boolean).join("\n")),
  ];
}

/** How and why the target was adjusted in the year, as its documents say (E08). */
function adjustmentText({ approved, current, changes }: EvaluatedIndicator): string {
  const [before, after] = [statedTarget(approved), statedTarget(current)];
  if (before === after) return "";
  const reasons = changes.map(({ reason, approval }) => {
    const bare = reason.trim().replace(/[。；;.]+$/u, "");
    return approval === undefined ? bare : `${bare}（${approval}）`;
  });
  return `年中由${before}调整为${after}：${reasons.join("；")}。`;
}

/** Reason and improvement as one text; a reason that is due and not given is said to be missing. */
function explanation(
  said: { readonly reason?: string; readonly improvement?: string } | undefined,
  isDue: boolean,
): string {
  const reason = said?.reason ?? (isDue ? "（未填）" : "");
  const improvement = said?.improvement === undefined ? "" : `改进措施：${said.improvement}`;
  return [reason, improvement].filter((text) => text !== "").join("\n");
}

function totalRow({ total }: EvaluatedForm): Cell[] {
  return [
    label("总分", { colSpan: 5, strong: true }),
    points(total.full, { strong: true }),
    points(total.printed, { strong: true }),
    centred(total.grade === undefined ? "—" : `等级：${total.grade}`, { strong: true }),
  ];
}
