import { readFileSync } from "node:fs";
import type { Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { tablesOf } from "../../tables.ts";
import { readText } from "./read-text.ts";

const published = readText(
  readFileSync(
    new URL("../../../../../fixtures/wansheng-2023/expected/published.txt", import.meta.url),
    "utf8",
  ),
).document;
const grids = published.blocks.filter((block) => block.type === "grid");

function gridOf(text: string): Grid | undefined {
  return readText(text).document.blocks.find((block) => block.type === "grid");
}

const TITLES: readonly (readonly [label: string | undefined, caption: string, rows: number])[] = [
  [undefined, "2023 年万盛经开区部门预算公开表（目录）", 18],
  ["部门公开表 1", "2023 年万盛经开区部门收支预算总表", 15],
  [undefined, "2023 年万盛经开区部门收入预算总表", 22],
  [undefined, "2023 年万盛经开区部门支出预算总表", 21],
  ["部门公开表 4", "2023 年万盛经开区部门财政拨款收支预算总表", 12],
  [undefined, "2023 年万盛经开区部门一般公共预算财政拨款支出预算表", 22],
  [undefined, "2023 年万盛经开区部门一般公共预算财政拨款基本支出预算表", 33],
  [undefined, "2023 年万盛经开区部门一般公共预算财政拨款基本支出预算表", 23],
  [undefined, "2023 年万盛经开区部门一般公共预算财政拨款项目支出预算表", 13],
  [undefined, "2023 年万盛经开区部门一般公共预算财政拨款项目支出预算表", 14],
  [undefined, "2023 年万盛经开区部门一般公共预算“三公”经费支出预算表", 4],
  [undefined, "2023 年万盛经开区部门政府性基金预算财政拨款支出预算表", 3],
  [undefined, "2023 年万盛经开区部门国有资本经营预算财政拨款支出预算表", 3],
  [undefined, "2023 年万盛经开区部门社会保险基金收支预算表", 13],
  [undefined, "2023 年万盛经开区单位政府采购预算明细表", 5],
  [undefined, "2023 年万盛经开区部门预算整体绩效目标表", 15],
  [undefined, "2023 年万盛经开区部门重点项目绩效目标表", 19],
  ["部门公开表 17", "2023 年万盛经开区部门重点项目绩效目标表", 14],
  [undefined, "2023 年万盛经开区部门一般项目绩效目标表", 14],
];

test("every table and form of the published pack is found with its marker, its title and all its rows", () => {
  expect(grids.map(({ label, caption, rows }) => [label, caption, rows.length])).toEqual(
    TITLES.map((title) => [...title]),
  );
});

test("every table of the pack says whose it is and in what unit, however the lines were broken", () => {
  const [, ...tables] = grids;
  for (const { aboveLeft, aboveRight } of tables) {
    expect(aboveLeft).toMatch(/^(?:单位全称：中共.*老干部局|编制单位：216-.*中心)$/);
    expect(aboveRight).toBe("单位：万元");
  }
});

test("notes below a table belong to it", () => {
  expect(grids.flatMap(({ below }) => below)).toEqual([
    "说明：本部门无该项收支，故此表无数据。",
    "说明：本部门无该项收支，故此表无数据。",
    "备注：社保基金预算由市级编制全市社会保险基金预决算草案，区县无数据。",
  ]);
});

test("header cells that were broken by narrow columns are whole, with the spans that their blanks leave", () => {
  const header = grids[10]?.rows
    .slice(0, 3)
    .map((row) =>
      row.slice(0, 6).map(({ text, colSpan = 1, rowSpan = 1 }) => `${text} ${colSpan}×${rowSpan}`),
    );
  expect(header).toEqual([
    ["2023 年预算数 6×1", "2022 年预算数 6×1"],
    [
      "合计 1×2",
      "因公出国（境）费 1×2",
      "公务用车购置及运行费 3×1",
      "公务接待费 1×2",
      "合计 1×2",
      "因公出国（境）费 1×2",
    ],
    [
      "小计 1×1",
      "公务用车购置费 1×1",
      "公务用车运行费 1×1",
      "小计 1×1",
      "公务用车购置费 1×1",
      "公务用车运行费 1×1",
    ],
  ]);
  expect(grids[10]?.headerRows).toBe(3);
});

test("figures that were broken in a cell are whole", () => {
  const values = tablesOf(published)[15]
    ?.rows.slice(3)
    .map((row) => row[5]);
  expect(values).toEqual(["6", "90", "95", "100", "100", "100", "20", "60", "2500", "20000", "600", "及时"]);
});

test("rows that lost their first cell over a page break stand under the same columns as before", () => {
  const rows = tablesOf(published)[16]?.rows.slice(7);
  expect(rows?.map((row) => [row[0], row[1], row[2], row[6]])).toContainEqual([
    "",
    "编印老同志园地",
    "6",
    "否",
  ]);
  expect(rows?.every((row) => row[0] === "" && row[6] !== "")).toBe(true);
});

test("a cell that a page break cut in two is one cell", () => {
  expect(tablesOf(published)[17]?.rows[4]?.[1]).toMatch(/发放离退休干部党务工作者补贴≥37人。$/);
});

test("a paragraph that a page break cut in two is one paragraph", () => {
  const paragraphs = published.blocks.flatMap((block) =>
    block.type === "paragraph" ? [block.children.map((child) => child.text).join("")] : [],
  );
  expect(paragraphs.some((text) => text.includes("公用经费人均综合定额调整及人员变化。"))).toBe(true);
  expect(paragraphs.some((text) => text.includes("执法执勤用车 0 辆、离退休干部服务用车 0 辆"))).toBe(true);
});

test("a cell keeps the line of the file and its field", () => {
  expect(grids[2]?.rows[5]?.[2]?.place).toEqual({ kind: "line", line: 160, column: 3 });
});

test("a line with title, body and unit apart is read as title, left and right", () => {
  expect(gridOf("附表1-1\n\n收入总表\n部门：某局\t单位：元\n项目\t金额\n合计\t1.00\n甲\t1.00")).toMatchObject(
    {
      label: "附表1-1",
      caption: "收入总表",
      aboveLeft: "部门：某局",
      aboveRight: "单位：元",
      headerRows: 1,
    },
  );
});

test("a sentence before a table is no title", () => {
  const { blocks } = readText("具体情况见下表。\n项目\t金额\n合计\t1.00").document;
  expect(blocks.map((block) => block.type)).toEqual(["paragraph", "grid"]);
  expect(blocks[1]).toMatchObject({ caption: "" });
});

test("text separated by commas throughout is one table", () => {
  expect(gridOf('项目,金额\n"甲,乙",1.00\n')?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ["项目", "金额"],
    ["甲,乙", "1.00"],
  ]);
});
