import type { Grid } from "@mingzhang/core";
import { describe, expect, test } from "vitest";
import { readPdf } from "./readPdf.ts";
import { table, text } from "./testing/draw.ts";
import { makePdf } from "./testing/makePdf.ts";

const ROWS = [
  ["科目编码", "科目名称", "金额"],
  ["301", "工资福利支出", "120.50"],
  ["302", "商品和服务支出", "30.50"],
];
const grid = (top: number, rows = ROWS) => table({ left: 60, top, widths: [120, 240, 120], rows });

async function gridsOf(pages: readonly string[]): Promise<Grid[]> {
  const { document } = await readPdf(makePdf(pages.map((content) => ({ content }))));
  return document.blocks.filter((block) => block.type === "grid");
}

describe("the title of a table", () => {
  test("may have stayed at the foot of the page before", async () => {
    const foot = `${text(190, 120, "财政拨款基本支出预算表")}${text(60, 100, "部门：某市审计局")}${text(480, 100, "单位：万元")}`;
    const [first, second] = await gridsOf([`${grid(700)}${foot}`, grid(780)]);
    expect(first?.caption).toBe("");
    expect([second?.caption, second?.aboveLeft, second?.aboveRight]).toEqual([
      "财政拨款基本支出预算表",
      "部门：某市审计局",
      "单位：万元",
    ]);
  });

  test("is no sentence at the foot of the page before", async () => {
    const [, second] = await gridsOf([`${grid(700)}${text(60, 120, "具体见下表")}`, grid(780)]);
    expect(second?.caption).toBe("");
  });

  test("is not the end of a long name that goes on below the line with the unit", async () => {
    const head = `${text(250, 790, "收入预算总表")}${text(60, 770, "部门：某省某某委员会办")}${text(480, 770, "单位：万元")}${text(60, 756, "公厅")}`;
    const [only] = await gridsOf([`${head}${grid(740)}`]);
    expect([only?.caption, only?.aboveLeft]).toEqual(["收入预算总表", "部门：某省某某委员会办公厅"]);
  });

  test("stands first where it then runs on every page", async () => {
    const page = (index: number) =>
      `${text(200, 815, "预算12表 项目支出绩效目标表")}${grid(790, [...ROWS.slice(0, 1), [`30${index}`, "津贴补贴", "1.00"]])}`;
    const [only, ...others] = await gridsOf([0, 1, 2, 3].map(page));
    expect(others).toEqual([]);
    expect([only?.label, only?.caption, only?.rows.length]).toEqual(["预算12表", "项目支出绩效目标表", 5]);
  });

  test("leaves the name of the body with its word where both stand apart", async () => {
    const head = `${text(250, 790, "收入预算总表")}${text(60, 770, "部门：")}${text(180, 770, "某市审计局")}${text(480, 770, "单位：万元")}`;
    const [only] = await gridsOf([`${head}${grid(750)}`]);
    expect(only?.aboveLeft).toBe("部门：某市审计局");
  });
});
