import { projectsOf } from "../../book/count.ts";
import type { AdjustmentLine, PerformanceYear } from "../../budget/year.ts";
import { ADJUSTMENT_KINDS } from "../../budget/year-terms.ts";
import { nameOf } from "../../catalogue/name.ts";
import type { Cell, Document, Grid } from "../../document/document.ts";
import { addFen, type Fen, subtractFen, sumFen, ZERO } from "../../money/fen.ts";
import { daysBetween } from "../../rules/dates/calendar.ts";
import { threePublicReallocations } from "../duties.ts";
import { type Execution, executionOf } from "../execution.ts";
import { endOf } from "../targets.ts";
import {
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

/**
 * 预算调整表: original, adjusted and executed amounts side by side at the year's end, then a form for each adjustment
 * document with its lines, their balance, the approval and the filing.
 */
export function composeAdjustments(year: PerformanceYear, subject: Subject): Document {
  const reporter = reporterOf(subject);
  const units = new Set(reporter.book.units.map(({ id }) => id));
  const lines = year.adjustments.filter(({ unit }) => units.has(unit));
  const documents = [...new Set(lines.map(({ document }) => document))];
  return documentOf(reporter, {
    title: "预算调整表",
    grids: [
      executionGrid(year, reporter),
      ...documents.map((document, index) =>
        documentGrid(
          lines.filter((line) => line.document === document),
          index + 1,
          reporter,
        ),
      ),
    ],
  });
}

function executionGrid(year: PerformanceYear, reporter: Reporter): Grid {
  const header = ["内容", "年初预算数", "调整数", "调整后预算数", "执行数", "执行率"];
  const until = endOf(reporter.budget);
  const whole = executionOf(reporter.book, year, until);
  const projects = projectsOf(reporter.book).map(
    ({ name }) => [name, executionOf(reporter.book, year, until, name)] as const,
  );
  return gridOf(reporter, {
    id: "execution",
    caption: `${reporter.year}年预算调整和执行情况表`,
    shortName: "调整和执行",
    columns: [
      ["scope", 34],
      ["original", 13, "right"],
      ["change", 12, "right"],
      ["adjusted", 13, "right"],
      ["executed", 13, "right"],
      ["rate", 11, "center"],
    ],
    headerRows: 1,
    rows: [
      header.map((text) => heading(text)),
      executionRow("支出合计", whole, reporter, { strong: true }),
      executionRow("基本支出及其他", basicOf(whole, projects), reporter),
      ...projects.map(([name, execution]) => executionRow(name, execution, reporter)),
    ],
    below: ["截至本预算年度末；执行数为已支付金额减退回金额。"],
  });
}

/** Whatever no project has. */
function basicOf(whole: Execution, projects: readonly (readonly [string, Execution])[]): Execution {
  const rest = (key: keyof Execution) => subtractFen(whole[key], sumFen(projects.map(([, own]) => own[key])));
  return { original: rest("original"), adjusted: rest("adjusted"), executed: rest("executed") };
}

function executionRow(
  name: string,
  { original, adjusted, executed }: Execution,
  reporter: Reporter,
  look: Partial<Cell> = {},
): Cell[] {
  return [
    label(name, { align: "left", ...look }),
    money(original, reporter, look),
    money(subtractFen(adjusted, original), reporter, look),
    money(adjusted, reporter, look),
    money(executed, reporter, look),
    rate(executed, adjusted, look),
  ];
}

function documentGrid(lines: readonly AdjustmentLine[], number: number, reporter: Reporter): Grid {
  const [first] = lines;
  const kind = ADJUSTMENT_KINDS.find(({ id }) => id === first?.kind)?.zh;
  const approval = lines.find((line) => line.approval !== undefined)?.approval;
  return gridOf(reporter, {
    id: `adjustment-${number}`,
    caption: `${reporter.year}年预算调整表（${first?.document ?? ""}）`,
    shortName: `预算调整（${number}）`,
    columns: [
      ["unit", 16],
      ["project", 20],
      ["code", 11, "center"],
      ["name", 22],
      ["increase", 12, "right"],
      ["decrease", 12, "right"],
      ["reason", 30],
    ],
    rows: [
      [
        label("调整类型"),
        centred(kind),
        label("批准日期"),
        centred(first?.date),
        label("批准依据"),
        words(approval ?? "（未填）", { colSpan: 2 }),
      ],
      ...filingRow(lines, reporter),
      ["预算单位", "项目", "科目编码", "科目名称", "调增", "调减", "原因"].map((text) => heading(text)),
      ...lines.map((line) => lineRow(line, reporter)),
      ...balanceRows(lines, reporter),
    ],
    orientation: "landscape",
  });
}

/** 备案, only where three-public money is moved. */
function filingRow(lines: readonly AdjustmentLine[], { profile }: Reporter): Cell[][] {
  const [reallocation] = threePublicReallocations(lines);
  if (reallocation === undefined) return [];
  const { date, filingDate, filingNumber } = reallocation;
  const { filingDays } = profile.performance;
  const days = filingDate === undefined ? undefined : daysBetween(date, filingDate);
  const judgement =
    days === undefined
      ? `未备案（应在批准后${filingDays}日内）`
      : `批准后第${days}日，${days <= filingDays ? "及时" : `超过${filingDays}日`}`;
  return [
    [
      label("“三公”经费备案"),
      centred(filingDate ?? "（未填）"),
      label("备案文号"),
      centred(filingNumber ?? "（未填）"),
      label("是否及时"),
      words(judgement, { colSpan: 2 }),
    ],
  ];
}

function lineRow(line: AdjustmentLine, reporter: Reporter): Cell[] {
  const { unit, project, departmentEconomic: code, change, reason } = line;
  const blank = centred("");
  return [
    words(reporter.budget.units.find(({ id }) => id === unit)?.name ?? unit),
    words(project ?? "基本支出及其他"),
    centred(code),
    words(nameOf("department-economic", code, reporter.year)),
    change > 0n ? money(change, reporter) : blank,
    change < 0n ? money(opposite(change), reporter) : blank,
    words(reason),
  ];
}

function balanceRows(lines: readonly AdjustmentLine[], reporter: Reporter): Cell[][] {
  const total = (sign: 1 | -1) =>
    sumFen(lines.map(({ change }) => change).filter((change) => (sign > 0 ? change > 0n : change < 0n)));
  const [increase, decrease] = [total(1), opposite(total(-1))];
  const net = addFen(increase, opposite(decrease));
  const balance = net === 0n ? "调增与调减相等，预算总额不变。" : `预算总额${net > 0n ? "增加" : "减少"}。`;
  return [
    [
      label("合计", { colSpan: 4, strong: true }),
      money(increase, reporter, { strong: true }),
      money(decrease, reporter, { strong: true }),
      words(balance),
    ],
  ];
}

function opposite(amount: Fen): Fen {
  return subtractFen(ZERO, amount);
}
