import type { Progress } from "../../budget/year.ts";
import type { Cell, Document, Grid, Tone } from "../../document/document.ts";
import { dateText, daysBetween } from "../../rules/dates/calendar.ts";
import { boundGoal, statedTarget } from "../goal.ts";
import type { Light, LightReading } from "../light.ts";
import type { Answer, MonitoredIndicator, MonitoredScope, Monitoring } from "../monitor.ts";
import { percentText } from "../ratio.ts";
import { inferredNote, treeRows } from "./indicator-rows.ts";
import {
  captionOf,
  centred,
  documentOf,
  gridOf,
  heading,
  label,
  money,
  type Reporter,
  rate,
  reporterOf,
  type Subject,
  words,
} from "./report.ts";
import { actualText, SOURCES } from "./values.ts";

/** The lights in words, for print in black and white and for screen readers. */
export const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  red: "红",
  yellow: "黄",
  green: "绿",
  blue: "蓝",
  none: "—",
};

const TONES: Readonly<Record<Exclude<Light, "none">, Tone>> = {
  red: "bad",
  yellow: "warning",
  green: "good",
  blue: "info",
};

/** What a light is printed with beside its word. */
function toned(light: Light): Pick<Cell, "tone"> {
  return light === "none" ? {} : { tone: TONES[light] };
}

/** 绩效运行监控表: an overview, a form for the whole body and for each project, and the measures that are overdue. */
export function composeMonitoring(monitoring: Monitoring, subject: Subject): Document {
  const reporter = reporterOf(subject);
  const { date, overdue, scopes } = monitoring;
  return documentOf(reporter, {
    title: `绩效运行监控表（截至${dateText(date)}）`,
    date,
    grids: [
      overviewGrid(monitoring, reporter),
      ...scopes.map((scope, index) => scopeGrid(scope, index, date, reporter)),
      ...(overdue.length === 0 ? [] : [overdueGrid(monitoring, reporter)]),
    ],
  });
}

const OVERVIEW_LIGHTS = ["red", "yellow", "green", "blue", "none"] as const;

function overviewGrid({ date, isRound, scopes }: Monitoring, reporter: Reporter): Grid {
  const header = [
    ...["监控对象", "年初预算数", "调整后预算数", "执行数", "执行率", "预算灯", "指标数"].map((text) =>
      heading(text, { rowSpan: 2 }),
    ),
    heading("指标灯", { colSpan: 5 }),
    heading("待说明", { rowSpan: 2 }),
  ];
  return gridOf(reporter, {
    id: "overview",
    caption: `${reporter.year}年绩效运行监控汇总表`,
    above: `截至${dateText(date)}`,
    shortName: "监控汇总",
    columns: [
      ["scope", 22],
      ["original", 11, "right"],
      ["adjusted", 13, "right"],
      ["executed", 11, "right"],
      ["rate", 9, "center"],
      ["light", 7, "center"],
      ["count", 7, "center"],
      ...OVERVIEW_LIGHTS.map((light) => [light, 5, "center"] as const),
      ["missing", 7, "center"],
    ],
    headerRows: 2,
    rows: [
      header,
      OVERVIEW_LIGHTS.map((light) => heading(light === "none" ? "未评" : LIGHT_WORDS[light], toned(light))),
      ...scopes.map((scope) => overviewRow(scope, reporter)),
    ],
    orientation: "landscape",
    below: [
      "部门整体的金额含基本支出和全部项目；指标分别计数，不相加。",
      isRound
        ? "待说明：红灯、黄灯应写原因、全年预计和纠偏措施，蓝灯和超出“=”目标的应写原因，尚缺说明或完成值的条数。"
        : "本次不在规定的监控时点，灯供参考，不要求逐条说明。",
    ],
  });
}

function overviewRow(scope: MonitoredScope, reporter: Reporter): Cell[] {
  const { execution, reading, indicators, missing } = scope;
  const { original, adjusted, executed } = execution;
  const lit = (light: Light) => indicators.filter((each) => each.reading.light === light).length;
  const open = [missing, ...indicators.map((each) => each.missing)].filter(({ length }) => length > 0).length;
  return [
    label(scopeName(scope, reporter), { align: "left" }),
    money(original, reporter),
    money(adjusted, reporter),
    money(executed, reporter),
    rate(executed, adjusted),
    centred(LIGHT_WORDS[reading.light], toned(reading.light)),
    count(indicators.length),
    ...OVERVIEW_LIGHTS.map((light) => count(lit(light))),
    count(open),
  ];
}

function count(value: number): Cell {
  return centred(String(value), { number: { value: String(value), decimals: 0 } });
}

function scopeName({ project }: MonitoredScope, { body }: Reporter): string {
  return project?.name ?? `${body}整体`;
}

const ANSWER_COLUMNS = ["偏差原因", "全年预计", "纠偏措施", "时限"];

function scopeGrid(scope: MonitoredScope, index: number, date: string, reporter: Reporter): Grid {
  const { project, indicators } = scope;
  const goal = project === undefined ? (reporter.budget.department.overallGoal ?? "") : project.goal;
  const bound = boundGoal(
    goal,
    indicators.map(({ current }) => current),
  );
  return gridOf(reporter, {
    id: project === undefined ? "whole" : `project-${index}`,
    caption: captionOf("绩效运行监控表", project, reporter),
    above: `截至${dateText(date)}`,
    shortName: project === undefined ? "整体监控" : `项目监控（${index}）`,
    columns: [
      ["kind", 9],
      ["indicator", 20],
      ["target", 11],
      ["actual", 11],
      ["source", 8],
      ["completion", 9],
      ["light", 4],
      ["reason", 22],
      ["forecast", 9],
      ["measure", 19],
      ["due", 10],
    ],
    rows: [
      ...headRows(scope, date, reporter),
      [label("年度目标"), words(bound, { colSpan: 10 })],
      ["指标类别", "指标", "年度指标值", "当前完成值", "取值来源", "完成率", "灯", ...ANSWER_COLUMNS].map(
        (text) => heading(text),
      ),
      ...treeRows(indicators, "second", (indicator) => indicatorRow(indicator, date)),
    ],
    orientation: "landscape",
    below: [...lightNotes(reporter), ...inferredNote(indicators)],
  });
}

function headRows(scope: MonitoredScope, date: string, reporter: Reporter): Cell[][] {
  const { project, execution, reading, said, missing } = scope;
  const { original, adjusted, executed } = execution;
  const names =
    project === undefined
      ? [label(`${reporter.body}名称`), words(reporter.name, { colSpan: 10 })]
      : [
          label("项目名称"),
          words(project.name, { colSpan: 3 }),
          label("主管部门", { colSpan: 2 }),
          words(project.supervisedBy, { colSpan: 2 }),
          label("实施单位"),
          words(project.compiledBy, { colSpan: 2 }),
        ];
  const funds = ["年初预算数", "调整后预算数", "执行数", "取值来源", "执行率", "灯", ...ANSWER_COLUMNS];
  return [
    names,
    [label("预算执行", { rowSpan: 2 }), ...funds.map((text) => heading(text))],
    [
      money(original, reporter),
      money(adjusted, reporter),
      money(executed, reporter),
      centred("支付记录"),
      rate(executed, adjusted),
      centred(LIGHT_WORDS[reading.light], { strong: true, ...toned(reading.light) }),
      ...answerCells({ reading, said, missing }, date),
    ],
  ];
}

function indicatorRow({ current, actual, reading, said, missing }: MonitoredIndicator, date: string): Cell[] {
  const { completion } = reading;
  return [
    label(current.name, { align: "left" }),
    centred(statedTarget(current)),
    centred(actualText(current, actual) ?? (actual.duty === undefined ? "未填报" : "尚无应办事项")),
    centred(actual.source === "none" ? "—" : SOURCES[actual.source]),
    centred(completion === undefined ? "—" : percentText(completion)),
    centred(LIGHT_WORDS[reading.light], { strong: true, ...toned(reading.light) }),
    ...answerCells({ reading, said: inUnit(said, current.measureUnit), missing }, date),
  ];
}

/** What was said, with the unit behind a forecast that is a mere number. */
function inUnit(said: Progress | undefined, measureUnit: string): Progress | undefined {
  if (said?.forecast === undefined || !/^\d+(?:\.\d+)?$/u.test(said.forecast)) return said;
  return { ...said, forecast: said.forecast + measureUnit };
}

interface Answered {
  readonly reading: LightReading;
  readonly said: Progress | undefined;
  readonly missing: readonly Answer[];
}

/** What was said of a light; what is still due is said to be missing. */
function answerCells({ reading: { light }, said, missing }: Answered, date: string): readonly Cell[] {
  const answer = (key: "reason" | "forecast" | "measure") =>
    words(missing.includes(key) ? "（未填）" : said?.[key]);
  const isDue = light === "red" || light === "yellow";
  return [answer("reason"), answer("forecast"), answer("measure"), centred(dueText(said, isDue, date))];
}

/** When the measure is due, or that it is done; what was done after the date is not known on it. */
function dueText(said: Progress | undefined, isDue: boolean, date: string): string {
  const { measure, measureDue, measureDone } = said ?? {};
  if (measure === undefined) return "";
  if (measureDone !== undefined && measureDone <= date) return `${measureDone}已完成`;
  return measureDue ?? (isDue ? "（未填）" : "");
}

function lightNotes({ profile }: Reporter): readonly string[] {
  const { execution, indicator } = profile.performance.monitoring;
  return [
    `预算灯：执行率÷(月份÷12)，低于${execution.red}%为红，${execution.red}%至${execution.green}%（不含）为黄，${execution.green}%以上为绿；执行率=执行数÷调整后预算数。`,
    `指标灯：随时间累计的数量、效益、满意度指标按应完成进度（比率按全年值）比较，低于${indicator.red}%为红，${indicator.red}%至${indicator.green}%（不含）为黄，${indicator.blue}%以上为蓝，其余为绿；其他指标达到为绿，未达到为红；没有完成值的不评灯。`,
  ];
}

function overdueGrid({ date, overdue }: Monitoring, reporter: Reporter): Grid {
  const header = ["监控日期", "项目", "指标", "纠偏措施", "时限", "逾期天数"].map((text) => heading(text));
  return gridOf(reporter, {
    id: "overdue",
    caption: `${reporter.year}年逾期未完成的纠偏措施`,
    above: `截至${dateText(date)}`,
    shortName: "逾期措施",
    amounts: false,
    columns: [
      ["date", 11, "center"],
      ["project", 22],
      ["indicator", 24],
      ["measure", 36],
      ["due", 11, "center"],
      ["days", 9, "center"],
    ],
    headerRows: 1,
    rows: [
      header,
      ...overdue.map(({ said, measure, due }) => [
        centred(said.date),
        words(said.project ?? `${reporter.body}整体`),
        words(said.indicator ?? "预算执行"),
        words(measure),
        centred(due),
        count(daysBetween(due, date)),
      ]),
    ],
    orientation: "landscape",
  });
}
