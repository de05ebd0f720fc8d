import { describe, expect, test } from "vitest";
import { tablesOf } from "../tables.ts";
import { readPdf } from "./readPdf.ts";
import { rule, table, text, widthOf } from "./testing/draw.ts";
import { makePdf } from "./testing/makePdf.ts";

const WIDTHS = [70, 170, 90, 90];
const LEFT = 60;
const HEAD = ["科目编码", "科目名称", "合计", "基本支出"];
const ROWS = [
  ["208", "社会保障和就业支出", "1,234.50", "234.50"],
  ["20805", "行政事业单位养老支出", "234.50", "234.50"],
  ["2080505", "机关事业单位基本养老保险", "1,000.00", ""],
];

async function rowsOf(content: string) {
  const { document } = await readPdf(makePdf([{ content }]));
  return tablesOf(document).map(({ rows }) => rows);
}

const upright = (top: number, bottom: number) =>
  [0, 70, 240, 330, 420].map((x) => rule("stroke", [LEFT + x, bottom, LEFT + x, top])).join("");
const level = (...ys: readonly number[]) => ys.map((y) => rule("stroke", [LEFT, y, LEFT + 420, y])).join("");
const bare = (rows: readonly (readonly string[])[]) =>
  table({ left: LEFT, top: 700, widths: WIDTHS, rows, rules: "none" });

describe("tables with rules of one direction or none", () => {
  test("upright rules only: lines of figures part the rows", async () => {
    expect(await rowsOf(bare([HEAD, ...ROWS]) + upright(700, 620))).toEqual([[HEAD, ...ROWS]]);
  });

  test("level rules above and below the head and the end: white gaps part the columns", async () => {
    expect(await rowsOf(bare([HEAD, ...ROWS]) + level(700, 680, 620))).toEqual([[HEAD, ...ROWS]]);
  });

  test("no rules at all", async () => {
    expect(await rowsOf(bare([HEAD, ...ROWS]))).toEqual([[HEAD, ...ROWS]]);
  });

  test("a code and a name, or two amounts, that all but touch are two columns", async () => {
    const line = (y: number, [code = "", name = "", total = "", basic = ""]: readonly string[]) =>
      text(60, y, code) +
      text(98, y, name) +
      text(320 - widthOf(total), y, total) +
      text(362 - widthOf(basic), y, basic);
    const rows = [
      ["2010101", "行政运行", "1,234.50", "1,234.50"],
      ["2010102", "一般行政管理", "2,234.50", "2,234.50"],
      ["2010103", "机关服务", "5.00", "5.00"],
      ["2010104", "人大会议", "6.00", "6.00"],
    ];
    const content = rows.map((row, index) => line(700 - index * 20, row)).join("");
    expect(await rowsOf(content)).toEqual([rows]);
  });

  test("a name wrapped beside its figures is one row", async () => {
    const [first = [], , third = []] = ROWS;
    const wrapped = text(132, 647, "行政事业单") + text(132, 635, "位养老支出");
    const figures = text(103, 641, "20805") + text(348, 641, "234.50") + text(438, 641, "234.50");
    const tail = third.map((cell, column) => text([93, 132, 348, 0][column] ?? 0, 615, cell)).join("");
    const rows = await rowsOf(bare([HEAD, first]) + wrapped + figures + tail);
    expect(rows[0]?.slice(2)).toEqual([
      ["20805", "行政事业单位养老支出", "234.50", "234.50"],
      ["2080505", "机关事业单位基本养老保险", "1,000.00", ""],
    ]);
  });

  test("prose with figures in it is no table", async () => {
    const lines = [0, 1, 2, 3].map((row) =>
      text(60, 700 - row * 20, `${row + 1}月支出 1,234.50 万元，比上年增加 34.50 万元，增长 2.87%。`),
    );
    expect(await rowsOf(lines.join(""))).toEqual([]);
  });

  test("a contents page is no table", async () => {
    const lines = ["概况", "收支总表", "支出总表"].map(
      (name, row) => text(60, 700 - row * 20, name) + text(500, 700 - row * 20, `${row + 1}`),
    );
    expect(await rowsOf(lines.join(""))).toEqual([]);
  });

  test("columns left open above and below belong to the table beside them", async () => {
    const rows = [
      ["数量指标", "1.00"],
      ["质量指标", "2.00"],
    ];
    const open = [60, 130].map((x) => rule("stroke", [x, 660, x, 700])).join("");
    const content = open + text(62, 676, "项目甲") + table({ left: 200, top: 700, widths: [100, 80], rows });
    expect(await rowsOf(content)).toEqual([
      [
        ["项目甲", "", "数量指标", "1.00"],
        ["", "", "质量指标", "2.00"],
      ],
    ]);
  });

  test("a second line printed over the cell below goes back to its own cell", async () => {
    const rows = [
      ["", "1.00"],
      ["城市建设", "2.00"],
    ];
    const content =
      table({ left: 60, top: 700, widths: [120, 80], height: 16, rows }) +
      text(62, 688, "其他城乡社区公共设施") +
      text(62, 680.2, "支出") +
      "";
    const [first] = await rowsOf(content);
    expect(first?.map(([name]) => name)).toEqual(["其他城乡社区公共设施支出", "城市建设"]);
  });
});
