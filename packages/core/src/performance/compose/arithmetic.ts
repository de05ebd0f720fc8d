import type { Cell, Grid } from "../../document/document.ts";
import type { EvaluatedForm, EvaluatedIndicator } from "../evaluation.ts";
import { inTreeOrder } from "./indicator-rows.ts";
import { centred, gridOf, heading, label, points, type Reporter, words } from "./report.ts";
import { SOURCES, trailOf } from "./values.ts";

/** 得分计算和取值来源: how each score comes about, and from which records its value was counted. */
export function arithmeticGrid(form: EvaluatedForm, index: number, reporter: Reporter): Grid {
  const { project, indicators, executionScore, total } = form;
  const header = ["指标", "得分计算", "得分", "取值来源", "统计方法和范围"].map((text) => heading(text));
  return gridOf(reporter, {
    id: project === undefined ? "whole-arithmetic" : `project-${index}-arithmetic`,
    caption: `${project?.name ?? `${reporter.body}整体`}：得分计算和取值来源`,
    shortName: project === undefined ? "整体计算" : `项目计算（${index}）`,
    amounts: false,
    columns: [
      ["indicator", 26],
      ["arithmetic", 30],
      ["points", 9],
      ["source", 11],
      ["trail", 36],
    ],
    headerRows: 1,
    rows: [
      header,
      ...(executionScore === undefined
        ? []
        : [
            row(
              "预算执行率",
              executionScore.arithmetic,
              points(executionScore.points === undefined ? undefined : executionScore.printed),
              "支付记录",
              EXECUTION,
            ),
          ]),
      ...inTreeOrder(indicators).map(indicatorRow),
      [
        label("总分", { strong: true }),
        words(total.arithmetic, { strong: true }),
        points(total.printed, { strong: true }),
        words(total.grade === undefined ? "" : `等级：${total.grade}`, { colSpan: 2, strong: true }),
      ],
    ],
  });
}

const EXECUTION = "全年执行数÷全年预算数（调整后）";

function indicatorRow({ current, score, actual, printed }: EvaluatedIndicator): Cell[] {
  return row(current.name, score.arithmetic, points(printed), SOURCES[actual.source], trailOf(actual));
}

function row(name: string, arithmetic: string, score: Cell, source: string, trail: string): Cell[] {
  return [label(name, { align: "left" }), words(arithmetic), score, centred(source), words(trail)];
}
