import type { RawSheet } from "../sheet.ts";
import { edit, row } from "./edit.ts";
import type { FaultCase } from "./fault-case.ts";

type Change = NonNullable<FaultCase["change"]>;

const without =
  (name: string): Change =>
  (sheets) =>
    sheets.filter((sheet) => sheet.name !== name);

const withSheet =
  (name: string): Change =>
  (sheets) => [...sheets, { name, rows: sheets[1]?.rows ?? [] }];

const merged =
  (name: string, area: NonNullable<RawSheet["merges"]>[number]): Change =>
  (sheets) =>
    sheets.map((sheet) => (sheet.name === name ? { ...sheet, merges: [area] } : sheet));

/** Puts a column before the others: the marks "#". */
const withMarks =
  (name: string, marks: readonly string[], then: Parameters<typeof edit>[1] = {}): Change =>
  (sheets) =>
    edit(
      sheets.map((sheet) => {
        if (sheet.name !== name) return sheet;
        const place = { kind: "sheet", sheet: name } as const;
        const mark = (index: number) => ({ kind: "text", text: marks[index] ?? "", place }) as const;
        return { ...sheet, rows: sheet.rows.map((cells, index) => [mark(index), ...cells]) };
      }),
      then,
    );

export const SHEET_CASES: readonly FaultCase[] = [
  {
    fault: "missing-sheet",
    name: "a required sheet that is not there",
    change: without("预算明细"),
    says: [],
  },
  {
    fault: "missing-sheet",
    name: "lines with a project but no sheet of projects, once",
    change: without("项目"),
    says: [],
  },
  {
    fault: "duplicate-sheet",
    name: "a sheet given under its id and under its title",
    change: withSheet("units"),
    says: [],
  },
  {
    fault: "unknown-sheet",
    name: "a sheet that is none of the budget's",
    change: withSheet("三公台账"),
    says: [],
  },
  {
    fault: "no-header",
    name: "a sheet with data and no headings",
    edits: row("公开说明", 1, ["甲", "乙"]),
    says: [],
  },
  {
    fault: "missing-column",
    name: "a required column that is not there",
    edits: { "预算明细 L1": "" },
    says: [],
  },
  { fault: "unknown-column", name: "a heading of another sheet", edits: { "项目 I1": "起止年月" }, says: [] },
  { fault: "unknown-column", name: "data under no heading", edits: { "公开说明 C2": "见附件" }, says: [] },
  { fault: "duplicate-column", name: "the same column twice", edits: { "公开说明 C1": "note" }, says: [] },
  {
    fault: "unknown-field",
    name: "a field that no form has",
    edits: { "部门信息 A16": "主管领导", "部门信息 B16": "李四" },
    says: [],
  },
  {
    fault: "duplicate-field",
    name: "a field given twice",
    edits: { "部门信息 A16": "职能职责", "部门信息 B16": "其他。" },
    says: [],
  },
  {
    fault: "merged-cells",
    name: "cells merged down the rows, without the consequences",
    edits: { "预算明细 B4": "" },
    change: merged("预算明细", { top: 2, left: 1, bottom: 3, right: 1 }),
    says: [],
  },
  {
    fault: "merged-cells",
    name: "a value merged over two fields",
    change: merged("部门信息", { top: 13, left: 1, bottom: 14, right: 1 }),
    says: [],
  },
  {
    fault: "changed-example",
    name: "an example that somebody typed over",
    change: withMarks("增减原因", ["#", "示例"]),
    says: [],
  },
  {
    fault: "total-row",
    name: "a row of totals below the lines",
    edits: { "预算明细 A6": "合计", "预算明细 L6": 137000 },
    says: [],
  },
];
