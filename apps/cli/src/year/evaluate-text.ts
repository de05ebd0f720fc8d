import {
  actualText,
  type EvaluatedForm,
  type Profile,
  percentText,
  ratioText,
  type SelfEvaluation,
  SOURCES,
  statedTarget,
  summarise,
} from "@mingzhang/core";
import { amountText } from "./amounts.ts";
import { inColumns } from "./columns.ts";

/** A self-evaluation for a terminal: every score with its arithmetic, totals and grades, what to look at. */
export function evaluateText(evaluation: SelfEvaluation, profile: Profile): string {
  const { projects, evaluated, coverage, grades } = summarise(evaluation, profile);
  const counted = grades.map(({ name, count }) => `${name} ${count}`).join("，");
  return [
    "绩效自评 Self-evaluation",
    ...evaluation.forms.flatMap((form) => ["", ...formLines(form, profile)]),
    "",
    `项目 ${projects} 个，已自评 ${evaluated} 个${coverage === undefined ? "" : `，覆盖率 ${percentText(coverage)}`}；等级：${counted}。`,
  ].join("\n");
}

function formLines(form: EvaluatedForm, profile: Profile): readonly string[] {
  const { project, execution, executionScore, indicators, total, reviewed, concerns } = form;
  const { original, adjusted, executed } = execution;
  const amounts = `年初 ${amountText(original, profile)}，全年预算 ${amountText(adjusted, profile)}，执行 ${amountText(executed, profile)}`;
  const rows = [
    ...(executionScore === undefined
      ? []
      : [["预算执行率", "", executionScore.arithmetic, ratioText(executionScore.printed), "支付记录"]]),
    ...indicators.map(({ current, actual, score, printed }) => [
      current.name,
      `${statedTarget(current)}　${actualText(current, actual) ?? "未填报"}`,
      score.arithmetic,
      ratioText(printed),
      SOURCES[actual.source],
    ]),
  ];
  const reviews = [
    ...(reviewed.department === undefined ? [] : [`主管部门复核 ${ratioText(reviewed.department.printed)}`]),
    ...(reviewed.bureau === undefined ? [] : [`财政部门复核 ${ratioText(reviewed.bureau.printed)}`]),
  ];
  return [
    `${project?.name ?? "整体 The whole"}　${amounts}`,
    ...inColumns(rows).map((line) => `　${line}`),
    `　总分 ${total.arithmetic}${total.grade === undefined ? "" : `　${total.grade}`}${reviews.length === 0 ? "" : `　${reviews.join("，")}`}`,
    ...concerns.map(({ level, text }) => `　　${level === "red" ? "红" : "黄"}　${text}`),
  ];
}
