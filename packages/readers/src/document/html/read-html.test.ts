import type { Block, Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { decodePage } from "./decode-page.ts";
import { readHtml } from "./read-html.ts";

function linesOf(page: string): string[] {
  return readHtml(page).document.blocks.map((block) => lineOf(block));
}

function lineOf(block: Block): string {
  if (block.type === "heading") return `${block.level} ${block.text}`;
  if (block.type === "paragraph") return block.children.map((child) => child.text).join("");
  return block.type === "grid" ? `table ${block.caption}` : block.type;
}

function gridOf(page: string): Grid | undefined {
  return readHtml(page).document.blocks.find((block) => block.type === "grid");
}

const LONG = "本部门主要职责是贯彻执行国家和本市的方针政策。".repeat(10);

test("navigation, scripts, controls and what the page hides are left out", () => {
  const page = `<body><div class="top"><a href="/">首页</a> <a href="/a">政务公开</a></div>
    <nav>栏目</nav><script>var a = "脚本";</script>
    <div id="content"><h2>部门预算情况说明</h2><p>${LONG}</p><p style="display:none">隐藏</p><button>打印</button><p>完。</p></div>
    <div class="foot"><a href="/c">联系我们</a></div></body>`;
  expect(linesOf(page)).toEqual(["1 部门预算情况说明", LONG, "完。"]);
});

test("lines that only breaks set apart are lines", () => {
  expect(linesOf(`<div>一、单位基本情况<br>&nbsp;&nbsp;&nbsp; ${LONG}<br/><br/>完。</div>`)).toEqual([
    "2 一、单位基本情况",
    LONG,
    "完。",
  ]);
});

test("a table that lays out the page is no table; the one in it is", () => {
  const inner =
    "<p>部门收支总表</p><p align=right>单位：万元</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.00</td></tr></table>";
  const page = `<table><tr><td width="20%">左栏</td><td><table><tr><td><p>${LONG}</p>${inner}<p>注：无。</p></td></tr></table></td></tr></table>`;
  expect(linesOf(page)).toEqual([LONG, "table 部门收支总表"]);
  expect(gridOf(page)).toMatchObject({ aboveRight: "单位：万元", headerRows: 1, below: ["注：无。"] });
});

test("spans, header rows and the lines of a cell are read; spans that overhang are cut", () => {
  const page = `<table><thead><tr><th colspan=2>科目</th><th rowspan=9>金额</th></tr><tr><th>编码</th><th>名<br>称</th></tr></thead>
    <tr><td>201</td><td>&nbsp;&nbsp;甲</td></tr></table>`;
  const grid = gridOf(page);
  expect(grid?.headerRows).toBe(2);
  expect(
    grid?.rows.map((row) => row.map(({ text, colSpan = 1, rowSpan = 1 }) => `${text} ${colSpan}×${rowSpan}`)),
  ).toEqual([
    ["科目 2×1", "金额 1×3"],
    ["编码 1×1", "名称 1×1"],
    ["201 1×1", "甲 1×1"],
  ]);
  expect(grid?.rows[2]?.[1]?.indent).toBe(1);
});

test("a title and a unit drawn as first rows of the table are its title and unit", () => {
  const page = `<table><tr><td colspan=2>部门收入总表</td></tr><tr><td>部门：某局</td><td>单位：元</td></tr>
    <tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.00</td></tr></table>`;
  expect(gridOf(page)).toMatchObject({
    caption: "部门收入总表",
    aboveLeft: "部门：某局",
    aboveRight: "单位：元",
  });
  expect(gridOf(page)?.rows.length).toBe(2);
});

test("a cell and a paragraph keep their line of the file", () => {
  const { blocks } = readHtml(
    "<p>甲。</p>\n<table><tr><td>项目</td><td>金额</td></tr>\n<tr><td>甲</td><td>1.00</td></tr></table>",
  ).document;
  expect(blocks[0]).toMatchObject({ place: { kind: "line", line: 1 } });
  expect(blocks[1]?.type === "grid" && blocks[1].rows[1]?.[1]?.place).toEqual({ kind: "line", line: 3 });
});

test("GBK is read with and without a word of the page, and UTF-8 in spite of a wrong one", () => {
  const gbk = (head: string) => Uint8Array.from([...Buffer.from(head), 0xd4, 0xa4, 0xcb, 0xe3]);
  expect(decodePage(gbk("<p>"))).toBe("<p>预算");
  expect(decodePage(gbk('<meta charset="gb2312"><p>'))).toContain("预算");
  expect(decodePage(Buffer.from('<meta charset="gb2312"><p>预算'))).toContain("预算");
});

test("a page in UTF-8 with one broken character is read but for that character", () => {
  const bytes = Uint8Array.from([...Buffer.from('<meta charset="utf-8"><p>预算公开'), 0xe8, 0xa1]);
  expect(decodePage(bytes)).toMatch(/预算公开\ufffd/);
});
