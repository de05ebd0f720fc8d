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
    says: ["error 缺少工作表“预算明细”。补上工作表“预算明细”；用 CSV 时为 ledger.csv。"],
  },
  {
    fault: "missing-sheet",
    name: "lines with a project but no sheet of projects, once",
    change: without("项目"),
    says: ["error 预算明细 G5：缺少工作表“项目”。补上工作表“项目”；用 CSV 时为 projects.csv。"],
  },
  {
    fault: "duplicate-sheet",
    name: "a sheet given under its id and under its title",
    change: withSheet("units"),
    says: ["error units：与“预算单位”是同一张表，未读入。两张合为一张，或删去其中一张。"],
  },
  {
    fault: "unknown-sheet",
    name: "a sheet that is none of the budget's",
    change: withSheet("三公台账"),
    says: [
      "notice 三公台账：不是预算填报的工作表，未读入。如有预算数据，请移到规定的工作表：部门信息、预算单位、预算明细、收入与结转、上年预算数、上年三公及运行经费、项目、绩效指标、政府采购明细、国有资产、社会保险基金、增减原因、公开说明。",
    ],
  },
  {
    fault: "no-header",
    name: "a sheet with data and no headings",
    edits: row("公开说明", 1, ["甲", "乙", "丙"]),
    says: ["error 公开说明：找不到表头，全表未读入。补上表头一行：公开表、说明、单位。"],
  },
  {
    fault: "missing-column",
    name: "a required column that is not there",
    edits: { "预算明细 L1": "" },
    says: [
      "warning 预算明细 L1：“第12列（无表头）”不是本表的栏目，该栏未读入。改为规定的栏目名，或删去该栏。可用的还有：金额（元）。",
      "error 预算明细：缺少“金额（元）”一栏。在表头中补上“金额（元）”并逐行填写。",
    ],
  },
  {
    fault: "unknown-column",
    name: "a heading of another sheet",
    edits: { "项目 I1": "起止年月" },
    says: [
      "warning 项目 I1：“起止年月”不是本表的栏目，该栏未读入。改为规定的栏目名，或删去该栏。可用的还有：无。",
    ],
  },
  {
    fault: "unknown-column",
    name: "data under no heading",
    edits: { "公开说明 D2": "见附件" },
    says: [
      "warning 公开说明 D1：“第4列（无表头）”不是本表的栏目，该栏未读入。改为规定的栏目名，或删去该栏。可用的还有：无。",
    ],
  },
  {
    fault: "duplicate-column",
    name: "the same column twice",
    edits: { "公开说明 C1": "note" },
    says: ["error 公开说明 C1：“note”一栏出现两次，后一栏未读入。删去其中一栏。"],
  },
  {
    fault: "unknown-field",
    name: "a field that no form has",
    edits: { "部门信息 A16": "主管领导", "部门信息 B16": "李四" },
    says: ["warning 部门信息 A16：“主管领导”不是本表的事项，未读入。改为规定的事项名，或删去该行。"],
  },
  {
    fault: "duplicate-field",
    name: "a field given twice",
    edits: { "部门信息 A16": "职能职责", "部门信息 B16": "其他。" },
    says: ["error 部门信息 A16：“职能职责”填了两次。只留一行；多条内容在一个单元格内换行填写。"],
  },
  {
    fault: "merged-cells",
    name: "cells merged down the rows, without the consequences",
    edits: { "预算明细 B4": "" },
    change: merged("预算明细", { top: 2, left: 1, bottom: 3, right: 1 }),
    says: ["error 预算明细 B3：数据区有合并单元格 B3:B4，所在行未读入。取消合并，逐行填写。"],
  },
  {
    fault: "merged-cells",
    name: "a value merged over two fields",
    change: merged("部门信息", { top: 13, left: 1, bottom: 14, right: 1 }),
    says: ["error 部门信息 B14：数据区有合并单元格 B14:B15，所在行未读入。取消合并，逐行填写。"],
  },
  {
    fault: "changed-example",
    name: "an example that somebody typed over",
    change: withMarks("增减原因", ["#", "示例"]),
    says: [
      "error 增减原因：该行标为“示例”，但内容已改，未读入。是正式数据的，清空“#”栏的“示例”二字；不是的，删去该行。",
    ],
  },
  {
    fault: "total-row",
    name: "a row of totals below the lines",
    edits: { "预算明细 A6": "合计", "预算明细 L6": 137000 },
    says: ["warning 预算明细 A6：“合计”行未读入。删去该行：合计由明细自动得出。"],
  },
];
