import type { Finding } from "@mingzhang/core";
import { rangeAddress, reference, type Sheet, SheetNames, writeWorkbook } from "../workbook/index.ts";
import { type CheckForm, formSheet } from "./check-form.ts";
import type { CheckItem } from "./check-items.ts";
import { type ListColumn, listSheet } from "./list-sheet.ts";
import { placeText } from "./place-text.ts";
import { REPORT_STYLES, type ReportStyle } from "./styles.ts";

/** What a bureau knows of one body's publication of a year. */
export interface CheckedBody {
  readonly code: string;
  readonly name: string;
  /** Where it stands with what it must publish, in words. */
  readonly state: string;
  readonly daysLate: number;
  /** Which upload was checked, or why none was, in words. */
  readonly upload: string;
  readonly errors?: number;
  readonly warnings?: number;
  readonly problems: readonly BodyProblem[];
  /** Absent where nothing was checked. */
  readonly form?: CheckForm;
}

/** A problem that a bureau follows until it is closed. */
export interface BodyProblem {
  readonly finding: Finding;
  /** In words: 待处理、已发回 … */
  readonly state: string;
  readonly isOpen: boolean;
  readonly note: string;
}

/** The check sheets of many bodies in one workbook: summed, all problems, and the form of each. */
export async function writeCheckSheets(title: string, bodies: readonly CheckedBody[]): Promise<Uint8Array> {
  const names = new SheetNames();
  const summaryName = names.take("汇总");
  const problemsName = names.take("问题");
  const rows = bodies.map(
    (body): BodyRow => ({ ...body, ...(body.form !== undefined && { sheet: names.take(body.name) }) }),
  );
  const problems = bodies.flatMap(({ name, problems: own }) => own.map((problem) => ({ name, problem })));
  return writeWorkbook({
    title,
    styles: REPORT_STYLES,
    sheets: [
      summarySheet(summaryName, rows),
      listSheet(problemsName, PROBLEM_COLUMNS, problems),
      ...rows.flatMap(({ sheet, form, name }) =>
        sheet === undefined || form === undefined
          ? []
          : [formSheet(sheet, { ...form, body: form.body || name })],
      ),
    ],
  });
}

interface BodyRow extends CheckedBody {
  /** The sheet with its form. */
  readonly sheet?: string;
}

/** One row a body, one column an item of the form; below, how many bodies fail each. */
function summarySheet(name: string, rows: readonly BodyRow[]): Sheet {
  const items = itemsOf(rows);
  const columns: readonly ListColumn<BodyRow>[] = [...BODY_COLUMNS, ...items.map(itemColumn)];
  const list = listSheet(name, columns, rows);
  const [headings, ...records] = list.rows;
  return {
    ...list,
    rows: [{ cells: [], ...headings, height: HEADING_HEIGHT }, ...records, ...totals(rows, columns)],
    frozen: { rows: 1, columns: 2 },
  };
}

/** Titles of tables take several lines. */
const HEADING_HEIGHT = 64;

const BODY_COLUMNS: readonly ListColumn<BodyRow>[] = [
  { heading: "编码", width: 9, value: ({ code }) => code },
  {
    heading: "部门（单位）",
    width: 30,
    value: ({ name }) => name,
    style: ({ sheet }) => (sheet === undefined ? "text" : "link"),
    link: ({ sheet }) => (sheet === undefined ? undefined : reference(sheet, "A1")),
  },
  { heading: "公开情况", width: 11, value: ({ state }) => state },
  {
    heading: "逾期天数",
    width: 9,
    value: ({ daysLate }) => daysLate,
  },
  { heading: "材料", width: 16, value: ({ upload }) => upload },
  { heading: "错误", width: 7, value: ({ errors }) => errors },
  { heading: "疑点", width: 7, value: ({ warnings }) => warnings },
  {
    heading: "未关闭问题",
    width: 11,
    value: ({ form, problems }) =>
      form === undefined ? undefined : problems.filter(({ isOpen }) => isOpen).length,
  },
];
const FIRST_NUMBER = 5;

/** An item that forms have, under one heading however each pack prints it. */
interface SummedItem {
  readonly heading: string;
  readonly key: string;
}

/** The items of all forms in the order of the fullest one; a table goes by what it is, not by its title. */
function itemsOf(rows: readonly BodyRow[]): readonly SummedItem[] {
  const titles = new Map<string, Map<string, number>>();
  const forms = rows.flatMap(({ form }) => (form === undefined ? [] : [form]));
  for (const form of [...forms].sort((a, b) => b.items.length - a.items.length)) {
    for (const item of [form.timely, ...form.items]) {
      const counts = titles.get(keyOf(item)) ?? new Map<string, number>();
      titles.set(keyOf(item), counts.set(item.title, (counts.get(item.title) ?? 0) + 1));
    }
  }
  return [...titles]
    .map(([key, counts]) => ({ key, heading: key === OTHER_TABLES ? "其他各表" : mostFrequent(counts) }))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

const OTHER_TABLES = "other";

function keyOf({ concept, title }: CheckItem): string {
  return concept ?? title;
}

/** Tables that are none of the field's come last. */
function rankOf({ key }: SummedItem): number {
  return key === OTHER_TABLES ? 1 : 0;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function itemColumn({ heading, key }: SummedItem): ListColumn<BodyRow> {
  const of = ({ form }: BodyRow) => (form === undefined ? undefined : verdictOf(form, key));
  return {
    heading,
    width: 10,
    value: of,
    style: (row): ReportStyle => (of(row) === "否" ? "failed" : "centred"),
  };
}

const GRAVEST: readonly CheckItem["verdict"][] = ["否", "未核对", "是"];

/** A pack may have several tables of one kind: the gravest verdict counts. */
function verdictOf({ timely, items }: CheckForm, key: string): CheckItem["verdict"] | undefined {
  const verdicts = [timely, ...items].filter((item) => keyOf(item) === key).map(({ verdict }) => verdict);
  return GRAVEST.find((verdict) => verdicts.includes(verdict));
}

/** Sums of the numbers and, for each item, how many bodies have each verdict; as formulas, so that they follow corrections. */
function totals(rows: readonly BodyRow[], columns: readonly ListColumn<BodyRow>[]) {
  return [
    totalRow("合计", rows, columns, (column) => column >= FIRST_NUMBER && column < BODY_COLUMNS.length),
    ...GRAVEST.map((verdict) => verdictRow(verdict, rows, columns)),
  ];
}

function totalRow(
  label: string,
  rows: readonly BodyRow[],
  columns: readonly ListColumn<BodyRow>[],
  isSummed: (column: number) => boolean,
) {
  return {
    cells: columns.map(({ value }, column) => {
      if (column === 1) return { value: label, style: "heading" };
      if (!isSummed(column)) return { style: "heading" };
      const sum = rows.reduce((total, row) => total + Number(value(row) ?? 0), 0);
      const formula = `SUM(${rangeAddress(1, column, rows.length, column)})`;
      return { value: { formula, cached: { number: String(sum) } }, style: "heading" };
    }),
  };
}

function verdictRow(verdict: string, rows: readonly BodyRow[], columns: readonly ListColumn<BodyRow>[]) {
  return {
    cells: columns.map(({ value }, column) => {
      if (column === 1) return { value: `“${verdict}”的机构数`, style: "heading" };
      if (column < BODY_COLUMNS.length) return { style: "heading" };
      const count = rows.filter((row) => value(row) === verdict).length;
      const formula = `COUNTIF(${rangeAddress(1, column, rows.length, column)},"${verdict}")`;
      return { value: { formula, cached: { number: String(count) } }, style: "heading" };
    }),
  };
}

const LEVELS = { error: "错误", warning: "疑点", notice: "提示" } as const;

interface ProblemRow {
  readonly name: string;
  readonly problem: BodyProblem;
}

const PROBLEM_COLUMNS: readonly ListColumn<ProblemRow>[] = [
  { heading: "部门（单位）", width: 26, value: ({ name }) => name },
  {
    heading: "级别",
    width: 7,
    value: ({ problem }) => LEVELS[problem.finding.level],
    style: ({ problem }) => (problem.finding.level === "error" ? "error" : "text"),
  },
  { heading: "处理情况", width: 10, value: ({ problem }) => problem.state },
  {
    heading: "位置",
    width: 20,
    value: ({ problem: { finding } }) => (finding.place === undefined ? "" : placeText(finding.place)),
  },
  { heading: "问题", width: 60, value: ({ problem }) => problem.finding.message.zh },
  { heading: "怎么办", width: 40, value: ({ problem }) => problem.finding.remedy?.zh },
  { heading: "备注", width: 30, value: ({ problem }) => problem.note },
  { heading: "规则", width: 26, value: ({ problem }) => problem.finding.rule },
];
