import {
  type Answer,
  actualText,
  LIGHT_WORDS,
  type MonitoredScope,
  type Monitoring,
  type Profile,
  percentText,
  SOURCES,
  statedTarget,
} from "@mingzhang/core";
import { amountText } from "./amounts.ts";
import { inColumns } from "./columns.ts";

const ANSWERS: Readonly<Record<Answer, string>> = {
  actual: "完成值",
  reason: "偏差原因",
  forecast: "全年预计",
  measure: "纠偏措施",
};

/** One round of monitoring for a terminal: each light with its figures, what is still to be said, what is overdue. */
export function monitorText(monitoring: Monitoring, profile: Profile): string {
  const { date, scopes, overdue } = monitoring;
  return [
    `绩效运行监控　截至 ${date} Monitoring up to ${date}`,
    ...scopes.flatMap((scope) => ["", ...scopeLines(scope, profile)]),
    ...(overdue.length === 0 ? [] : ["", "逾期未完成的纠偏措施 Overdue measures："]),
    ...overdue.map(
      ({ said, measure, due }) =>
        `　${due}　${said.project ?? "整体"}　${said.indicator ?? "预算执行"}：${measure}`,
    ),
    "",
    countLine(monitoring),
  ].join("\n");
}

function scopeLines({ project, execution, reading, missing, indicators }: MonitoredScope, profile: Profile) {
  const { original, adjusted, executed } = execution;
  const amounts = [
    `年初 ${amountText(original, profile)}`,
    `调整后 ${amountText(adjusted, profile)}`,
    `执行 ${amountText(executed, profile)}`,
  ];
  const rows = [
    [
      LIGHT_WORDS[reading.light],
      "预算执行",
      amounts.join("，"),
      completionText(reading),
      missingText(missing),
    ],
    ...indicators.map((each) => [
      LIGHT_WORDS[each.reading.light],
      each.current.name,
      `${statedTarget(each.current)}　现 ${actualText(each.current, each.actual) ?? "未填报"}${sourceText(each.actual.source)}`,
      completionText(each.reading),
      missingText(each.missing),
    ]),
  ];
  return [project?.name ?? "整体 The whole", ...inColumns(rows).map((line) => `　${line}`)];
}

function sourceText(source: keyof typeof SOURCES): string {
  return source === "none" ? "" : `（${SOURCES[source]}）`;
}

function completionText({ completion }: MonitoredScope["reading"]): string {
  return completion === undefined ? "" : percentText(completion);
}

function missingText(missing: readonly Answer[]): string {
  return missing.length === 0 ? "" : `待填：${missing.map((answer) => ANSWERS[answer]).join("、")}`;
}

function countLine(monitoring: Monitoring): string {
  const open = openAnswers(monitoring);
  const overdue = monitoring.overdue.length;
  if (!monitoring.isRound)
    return `不是规定的监控时点，灯不要求说明；逾期措施 ${overdue} 项。 No round of monitoring: lights need no answer; ${overdue} overdue.`;
  if (open + overdue === 0)
    return "说明齐全，没有逾期的纠偏措施。 Nothing is left to say, nothing is overdue.";
  return `待说明 ${open} 处，逾期措施 ${overdue} 项。 ${open} to explain, ${overdue} overdue.`;
}

/** How many places still lack something that must be said. */
export function openAnswers({ scopes }: Monitoring): number {
  return scopes
    .flatMap(({ missing, indicators }) => [missing, ...indicators.map((each) => each.missing)])
    .filter(({ length }) => length > 0).length;
}
