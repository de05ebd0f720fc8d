import type { FaultDefinition } from "./fault.ts";

/** Faults of sheets, headings and rows as such. */
export const SHEET_FAULTS = {
  "missing-sheet": {
    level: "error",
    zh: "缺少工作表“{title}”",
    en: "The sheet “{title}” is missing",
    remedyZh: "补上工作表“{title}”；用 CSV 时为 {id}.csv。",
    remedyEn: "Add the sheet “{title}”, or the file {id}.csv.",
  },
  "duplicate-sheet": {
    level: "error",
    zh: "与“{first}”是同一张表，未读入",
    en: "The same sheet as “{first}”; not read",
    remedyZh: "两张合为一张，或删去其中一张。",
    remedyEn: "Merge the two, or delete one of them.",
  },
  "unknown-sheet": {
    level: "notice",
    zh: "不是预算填报的工作表，未读入",
    en: "Not a sheet of the budget; not read",
    remedyZh: "如有预算数据，请移到规定的工作表：{titles}。",
    remedyEn: "If it holds budget data, move them to one of: {titles}.",
  },
  "no-header": {
    level: "error",
    zh: "找不到表头，全表未读入",
    en: "No heading row found; the sheet was not read",
    remedyZh: "补上表头一行：{titles}。",
    remedyEn: "Add a heading row: {titles}.",
  },
  "missing-column": {
    level: "error",
    zh: "缺少“{title}”一栏",
    en: "The column “{title}” is missing",
    remedyZh: "在表头中补上“{title}”并逐行填写。",
    remedyEn: "Add the heading “{title}” and fill the column in.",
  },
  "unknown-column": {
    level: "warning",
    zh: "“{heading}”不是本表的栏目，该栏未读入",
    en: "“{heading}” is not a column of this sheet; it was not read",
    remedyZh: "改为规定的栏目名，或删去该栏。可用的还有：{titles}。",
    remedyEn: "Rename it or delete it. Columns not yet used: {titles}.",
  },
  "duplicate-column": {
    level: "error",
    zh: "“{heading}”一栏出现两次，后一栏未读入",
    en: "The column “{heading}” appears twice; the second was not read",
    remedyZh: "删去其中一栏。",
    remedyEn: "Delete one of them.",
  },
  "unknown-field": {
    level: "warning",
    zh: "“{heading}”不是本表的事项，未读入",
    en: "“{heading}” is not a field of this sheet; it was not read",
    remedyZh: "改为规定的事项名，或删去该行。",
    remedyEn: "Rename the field or delete the row.",
  },
  "duplicate-field": {
    level: "error",
    zh: "“{title}”填了两次",
    en: "“{title}” is given twice",
    remedyZh: "只留一行；多条内容在一个单元格内换行填写。",
    remedyEn: "Keep one row; put several items on lines of one cell.",
  },
  "merged-cells": {
    level: "error",
    zh: "数据区有合并单元格 {area}，所在行未读入",
    en: "Merged cells {area} among the data; their rows were not read",
    remedyZh: "取消合并，逐行填写。",
    remedyEn: "Unmerge them and fill in every row.",
  },
  "changed-example": {
    level: "error",
    zh: "该行标为“示例”，但内容已改，未读入",
    en: "The row is marked 示例 (example) but was changed; it was not read",
    remedyZh: "是正式数据的，清空“#”栏的“示例”二字；不是的，删去该行。",
    remedyEn: "If it is real, clear the mark in the column “#”; otherwise delete the row.",
  },
  "total-row": {
    level: "warning",
    zh: "“{text}”行未读入",
    en: "The total row “{text}” was not read",
    remedyZh: "删去该行：合计由明细自动得出。",
    remedyEn: "Delete the row: totals are derived from the lines.",
  },
} as const satisfies Readonly<Record<string, FaultDefinition>>;
