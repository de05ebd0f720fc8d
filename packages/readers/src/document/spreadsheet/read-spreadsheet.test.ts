import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import type { Grid } from "@mingzhang/core";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readSpreadsheet } from "./read-spreadsheet.ts";

type Value = string | number | CellObject | undefined;

async function read(
  rows: readonly (readonly Value[])[],
  more: Partial<WorkSheet> & { hidden?: boolean } = {},
) {
  const { hidden, ...properties } = more;
  const sheet = { ...utils.aoa_to_sheet(rows as unknown[][]), ...properties };
  const book = {
    SheetNames: ["说明", "表"],
    Sheets: { 说明: utils.aoa_to_sheet([["情况说明"]]), 表: sheet },
    Workbook: { Sheets: [{ Hidden: 0 as const }, { Hidden: hidden ? (1 as const) : (0 as const) }] },
  };
  return readSpreadsheet(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));
}

async function gridsOf(rows: readonly (readonly Value[])[], more?: Partial<WorkSheet>): Promise<Grid[]> {
  const { document } = await read(rows, more);
  return document.blocks.filter((block) => block.type === "grid");
}

const shown = (value: number, format: string): CellObject => ({ t: "n", v: value, z: format });
const merge = (range: string) => utils.decode_range(range);

test("a figure has the text that the sheet shows and the exact number behind it", async () => {
  const [grid] = await gridsOf([
    ["项目", "金额"],
    ["甲", shown(1234.5, "#,##0.00")],
    ["乙", shown(0.3805, "0%")],
    ["丙", shown(1234.5678, "0.00")],
    ["丁", shown(0, '#,##0.00;-#,##0.00;"-"')],
    ["戊", shown(-5, "#,##0.00;(#,##0.00)")],
  ]);
  expect(grid?.rows.slice(1).map((row) => [row[1]?.text, row[1]?.number])).toEqual([
    ["1,234.50", { value: "1234.50", decimals: 2 }],
    ["38%", { value: "38.05", decimals: 0, percent: true }],
    ["1234.57", { value: "1234.5678", decimals: 2 }],
    ["-", { value: "0", decimals: 0 }],
    ["(5.00)", { value: "-5.00", decimals: 2 }],
  ]);
});

test("error cells stay as they are shown, dates are no figures, long codes keep all digits", async () => {
  const [grid] = await gridsOf([
    ["项目", "增幅", "日期", "编码"],
    ["甲", { t: "e", v: 7 }, shown(44927, "yyyy-mm-dd"), 123456789012345],
  ]);
  const row = grid?.rows[1] ?? [];
  expect(row.map((cell) => cell.text)).toEqual(["甲", "#DIV/0!", "2023-01-01", "123456789012345"]);
  expect(row[2]?.number).toBeUndefined();
});

test("the value of a formula is read, the formula is not", async () => {
  const [grid] = await gridsOf([
    ["项目", "金额"],
    ["甲", { t: "n", v: 3, f: "1+2", z: "0.00" }],
  ]);
  expect(grid?.rows[1]?.[1]).toMatchObject({ text: "3.00", number: { value: "3.00", decimals: 2 } });
});

test("a hidden sheet is read, marked and said to be hidden", async () => {
  const { document, findings } = await read(
    [
      ["项目", "金额"],
      ["甲", 1],
    ],
    { hidden: true },
  );
  expect(document.blocks.find((block) => block.type === "grid")).toMatchObject({
    hidden: true,
    shortName: "表",
  });
  expect(findings).toEqual([]);
  expect(document.file?.leftovers).toEqual([{ kind: "hidden-sheets", detail: "表", figures: true }]);
});

test("hidden rows and columns, comments and names in the properties are told", async () => {
  const sheet: WorkSheet = utils.aoa_to_sheet([
    ["项目", "金额", "口径"],
    ["甲", 1, "内部"],
    ["乙", 2, "内部"],
  ]);
  sheet["!cols"] = [{}, {}, { hidden: true }, { hidden: true }];
  sheet["!rows"] = [{}, { hidden: true }];
  utils.cell_add_comment(sheet.B2, "请核对", "李四");
  const book = { SheetNames: ["表"], Sheets: { 表: sheet }, Props: { Author: "王五", Company: "某局" } };
  const { document } = await readSpreadsheet(
    new Uint8Array(write(book, { type: "array", bookType: "xlsx" })),
  );
  expect(document.file?.leftovers).toEqual([
    { kind: "hidden-rows", detail: "表（1）" },
    { kind: "hidden-columns", detail: "表（1）" },
    { kind: "comments", detail: "1" },
    { kind: "author", detail: "王五" },
    { kind: "company", detail: "某局" },
  ]);
});

test("tables one under another are told apart by their titles", async () => {
  const grids = await gridsOf([
    ["表一"],
    ["收入总表"],
    ["部门：某局", undefined, "单位：万元"],
    ["项目", "编码", "金额"],
    ["甲", "201", 1],
    [],
    ["部门支出预算总表"],
    [undefined, undefined, "单位：元"],
    ["项目", "编码", "金额"],
    ["乙", "202", 2],
    ["注：本表不含结转。"],
  ]);
  expect(
    grids.map(({ label, caption, aboveLeft, aboveRight, rows, below }) => [
      [label, caption, aboveLeft, aboveRight],
      rows.map((row) => row.map((cell) => cell.text).join("|")),
      below,
    ]),
  ).toEqual([
    [["表一", "收入总表", "部门：某局", "单位：万元"], ["项目|编码|金额", "甲|201|1"], []],
    [
      [undefined, "部门支出预算总表", undefined, "单位：元"],
      ["项目|编码|金额", "乙|202|2"],
      ["注：本表不含结转。"],
    ],
  ]);
});

test("section rows and a total without figures stay in their table", async () => {
  const [grid, ...others] = await gridsOf([["项目", "金额"], ["一、本年收入"], ["甲", 1], [], ["合计"]]);
  expect(others).toEqual([]);
  expect(grid?.rows.map((row) => row[0]?.text)).toEqual(["项目", "一、本年收入", "甲", "合计"]);
});

test("merged cells are spans, whose rows are those that are left", async () => {
  const [grid] = await gridsOf(
    [
      ["科目", undefined, "金额"],
      ["编码", "名称"],
      ["201", "甲", 1],
    ],
    { "!merges": [merge("A1:B1"), merge("C1:C2")] },
  );
  expect(grid?.rows.slice(0, 2)).toMatchObject([
    [
      { text: "科目", colSpan: 2 },
      { text: "金额", rowSpan: 2 },
    ],
    [{ text: "编码" }, { text: "名称" }],
  ]);
  expect(grid?.rows[1]?.length).toBe(2);
  expect(grid?.headerRows).toBe(2);
});

test("leading blanks are depth, and a table may begin in any column", async () => {
  const [grid] = await gridsOf([
    [undefined, "项目", "金额"],
    [undefined, "　　甲", 1],
  ]);
  expect(grid?.columns.length).toBe(2);
  expect(grid?.rows[1]?.[0]).toMatchObject({
    text: "甲",
    indent: 2,
    place: { kind: "sheet", sheet: "表", cell: "B2" },
  });
});

test("cells at opposite corners of a sheet, merged into one, do not fill memory", async () => {
  const sheet = utils.aoa_to_sheet([[1], [undefined, 2]]);
  sheet["!merges"] = [merge("A1:B1")];
  const files = unzipSync(
    new Uint8Array(write({ SheetNames: ["表"], Sheets: { 表: sheet } }, { type: "array", bookType: "xlsx" })),
  );
  const path = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(files[path] ?? new Uint8Array())
    .replace('<row r="2"', '<row r="1048576"')
    .replace('r="B2"', 'r="XFD1048576"')
    .replace('ref="A1:B1"', 'ref="A1:XFD1048576"');
  expect(xml).toContain('r="XFD1048576"');
  const { document } = await readSpreadsheet(zipSync({ ...files, [path]: strToU8(xml) }));
  expect(document.blocks.length).toBeGreaterThan(0);
});
