import { utils, type WorkSheet, write } from "@e965/xlsx";
import { type MeasureTemplate, type Pack, recognise } from "@mingzhang/core";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { table, text } from "../pdf/testing/draw.ts";
import { makePdf, type TestPage } from "../pdf/testing/makePdf.ts";
import { readDocuments } from "../read-document.ts";

// Small imitations of layouts that bodies print; each must be understood down to its figures.

async function packOf(name: string, content: Uint8Array | string): Promise<Pack> {
  const bytes = typeof content === "string" ? strToU8(content) : content;
  const { documents } = await readDocuments([{ name, bytes }]);
  return recognise(documents);
}

/** The figures of one measure as printed, those of a row and column that say just this. */
function figures({ facts }: Pack, measure: MeasureTemplate): string[] {
  const key = (own: object) => JSON.stringify(Object.entries(own).sort());
  return facts.filter((fact) => key(fact.measure) === key(measure)).map((fact) => fact.text);
}

const concepts = ({ tables }: Pack) => tables.map(({ concept }) => concept);

type Rows = readonly (readonly (string | number | null)[])[];

function workbook(
  rows: Rows,
  merges: readonly string[] = [],
  bookType: "xlsx" | "biff8" = "xlsx",
): Uint8Array {
  const sheet: WorkSheet = utils.aoa_to_sheet(rows as unknown[][]);
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  return new Uint8Array(write({ SheetNames: ["表"], Sheets: { 表: sheet } }, { type: "array", bookType }));
}

describe("spreadsheets", () => {
  test("title and unit in one merged cell, the total last, project before basic", async () => {
    const pack = await packOf(
      "a.xlsx",
      workbook(
        [
          ["2025年某县教育局支出预算总表\n单位：元", null, null, null, null],
          ["功能科目", null, "项目支出", "基本支出", "总计"],
          ["编码", "名称", null, null, null],
          ["合计", null, "1,000.00", "2,000.00", "3,000.00"],
          ["205", "教育支出", "1,000.00", "2,000.00", "3,000.00"],
        ],
        ["A1:E1", "A2:B2", "C2:C3", "D2:D3", "E2:E3", "A4:B4"],
      ),
    );
    expect(pack.tables[0]).toMatchObject({ concept: "department-expenditure", unit: "yuan" });
    expect(figures(pack, { side: "expenditure", kind: "project", functional: "205" })).toEqual(["1,000.00"]);
    expect(figures(pack, { side: "expenditure" })).toEqual(["3,000.00"]);
  });

  test("the unit stands in the header of the figures", async () => {
    const pack = await packOf(
      "b.xlsx",
      workbook([
        ["一般公共预算“三公”经费支出预算表", null, null],
        ["项目", "2024年预算数（元）", "2025年预算数（元）"],
        ["合计", 27000, 18000],
        ["公务接待费", 20000, 10000],
        ["公务用车费用", 7000, 8000],
      ]),
    );
    expect(pack.tables[0]?.unit).toBe("yuan");
    expect(figures(pack, { side: "expenditure", item: "three-public/vehicles" })).toContain("8000");
  });

  test.each(["xlsx", "biff8"] as const)("several tables one under another on a sheet: %s", async (type) => {
    const pack = await packOf(
      "c.xls",
      workbook(
        [
          ["附件1"],
          ["收入预算总表"],
          ["单位：万元"],
          ["科目", "合计", "财政拨款", "事业收入"],
          ["合计", 30, 20, 10],
          [],
          ["附件2"],
          ["支出预算总表"],
          ["单位：万元"],
          ["科目", "合计", "基本支出", "项目支出"],
          ["合计", 30, 25, 5],
          ["“三公”经费预算表"],
          ["单位：万元"],
          ["合计", "因公出国（境）费", "公务接待费", "公务用车购置费", "公务用车运维费"],
          [5, 1, 2, 0, 2],
        ],
        [],
        type,
      ),
    );
    expect(concepts(pack)).toEqual(["department-revenue", "department-expenditure", "three-public-expenses"]);
    expect(pack.tables.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
    expect(figures(pack, { side: "expenditure", kind: "basic" })).toEqual(["25"]);
    expect(figures(pack, { side: "expenditure", item: "three-public/vehicle-operation" })).toEqual(["2"]);
  });

  test("headers one character a line, a code over three columns", async () => {
    const pack = await packOf(
      "d.xlsx",
      workbook(
        [
          ["2025年一般公共预算支出表"],
          ["部门名称：某市文化和旅游局", null, null, null, null, null, "金额单位：万元"],
          ["科\n目\n编\n码", null, null, "科\n目\n名\n称", "合\n计", "基\n本\n支\n出", "项\n目\n支\n出"],
          ["类", "款", "项", null, null, null, null],
          [null, null, null, "合  计", 100.5, 60.5, 40],
          ["207", "01", "08", "    文化活动", 40, "0.00", 40],
        ],
        ["A1:G1", "A3:C3", "D3:D4", "E3:E4", "F3:F4", "G3:G4"],
      ),
    );
    expect(pack.kind).toBe("budget");
    expect(
      figures(pack, { side: "expenditure", fund: "general-public", kind: "project", functional: "2070108" }),
    ).toEqual(["40"]);
  });
});

describe("web pages and Word", () => {
  test("English beside the Chinese, full-width digits", async () => {
    const pack = await packOf(
      "a.html",
      `<h1>2025年某市商务局部门预算 Departmental Budget 2025</h1><p>表1 收支总表 Summary</p><p>单位：万元 Unit: 10,000 yuan</p>
<table><tr><td colspan=2>收入 Revenue</td><td colspan=2>支出 Expenditure</td></tr>
<tr><td>项目 Item</td><td>预算数 Budget</td><td>项目 Item</td><td>预算数 Budget</td></tr>
<tr><td>一、一般公共预算拨款收入 General public budget</td><td>1，２00.00</td><td>一、一般公共服务支出 General public services</td><td>1,200.00</td></tr>
<tr><td>收入总计 Total revenue</td><td>1,200.00</td><td>支出总计 Total expenditure</td><td>1,200.00</td></tr></table>`,
    );
    expect(concepts(pack)).toEqual(["department-summary"]);
    expect(
      pack.facts.map(({ measure, text: printed }) => [
        measure.functional ?? measure.fund ?? measure.side,
        printed,
      ]),
    ).toEqual([
      ["general-public", "1，２00.00"],
      ["revenue", "1,200.00"],
      ["201", "1,200.00"],
      ["expenditure", "1,200.00"],
    ]);
  });

  test("a table inside a table of the page, every way to print a negative and a nil", async () => {
    const pack = await packOf(
      "b.html",
      `<table><tr><td>导航</td></tr><tr><td><p>2025年某区民政局部门收入预算表</p><p>单位:万元</p><table>
<tr><th>科目编码</th><th>科目名称</th><th>合计</th><th>一般公共预算</th><th>政府性基金</th><th>其他收入</th></tr>
<tr><td></td><td>合计</td><td>(12.50)</td><td>△12.50</td><td>－</td><td></td></tr>
<tr><td>208</td><td>社会保障和就业支出</td><td>-12.50</td><td>－12.50</td><td>0.00</td><td>—</td></tr></table></td></tr></table>`,
    );
    expect(pack.facts.map(({ figure }) => figure.scaled)).toEqual([-1250n, -1250n, -1250n, -1250n, 0n]);
    expect(pack.unread).toEqual([]);
  });

  test("a table inside the only cell of a Word table", async () => {
    const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const cell = (words: string, inside = "") => `<w:tc>${inside}${paragraph(words)}</w:tc>`;
    const inner = [
      ["项目", "上年预算数", "本年预算数"],
      ["合计", "10.00", "8.00"],
      ["1.公务接待费", "10.00", "8.00"],
    ]
      .map((row) => `<w:tr>${row.map((words) => cell(words)).join("")}</w:tr>`)
      .join("");
    const title = paragraph("2025年部门预算") + paragraph("“三公”经费预算表") + paragraph("单位：万元");
    const body = `<w:tbl><w:tr>${cell("", `${title}<w:tbl>${inner}</w:tbl>`)}</w:tr></w:tbl>`;
    const pack = await packOf(
      "c.docx",
      zipSync({ "word/document.xml": strToU8(`<w:document><w:body>${body}</w:body></w:document>`) }),
    );
    expect(concepts(pack)).toEqual(["three-public-expenses"]);
    expect(pack.body).toBeUndefined();
    expect(figures(pack, { side: "expenditure", item: "three-public/reception" })).toEqual(["8.00"]);
  });

  test("a short narrative that only its title calls a budget", async () => {
    const words =
      "2025年收入预算1,250.50万元，支出预算1,250.50万元，其中：基本支出950.50万元，项目支出300万元。";
    expect((await packOf("d.txt", `某县林业局2025年部门预算公开\n一、收支总体情况\n${words}`)).kind).toBe(
      "budget",
    );
    expect((await packOf("e.txt", `关于做好2025年部门预算公开工作的通知\n${words}`)).kind).toBe("other");
  });
});

describe("PDF", () => {
  const WIDTHS = [80, 150, 90, 90, 90];
  const HEAD = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
  const title =
    text(220, 800, "2025年部门支出预算总表") +
    text(50, 780, "编制部门：某市交通局") +
    text(470, 780, "单位：万元");
  const row = (code: string) => [code, "某某事务", "1,000.00", "600.00", "400.00"];
  const hex = (words: string) =>
    [...words].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("");

  async function projectsOf(pages: readonly TestPage[]) {
    const pack = await packOf("a.pdf", makePdf(pages));
    expect(concepts(pack)).toEqual(["department-expenditure"]);
    expect(pack.unread).toEqual([]);
    return pack.facts
      .filter(({ measure }) => measure.kind === "project")
      .map(({ measure }) => measure.functional);
  }

  test("no rules at all", async () => {
    const rows = [HEAD, row("20101"), row("20102"), row("20103")];
    const content = title + table({ left: 50, top: 770, widths: WIDTHS, rules: "none", rows });
    expect(await projectsOf([{ content }])).toEqual(["20101", "20102", "20103"]);
  });

  test("page numbers between the rows of a table that goes on without a header", async () => {
    const first = table({ left: 50, top: 770, widths: WIDTHS, rows: [HEAD, row("20101"), row("20102")] });
    const second = table({ left: 50, top: 790, widths: WIDTHS, rows: [row("20103"), row("20104")] });
    const pages = [
      { content: `${title}${first}${text(290, 30, "- 1 -")}` },
      { content: `${second}${text(290, 30, "- 2 -")}` },
    ];
    expect(await projectsOf(pages)).toEqual(["20101", "20102", "20103", "20104"]);
  });

  test.each([
    ["slanted", "0.7 0.7 -0.7 0.7 150 300"],
    ["pale and upright", "1 0 0 1 120 735"],
  ])("a watermark, %s, over the table", async (_, matrix) => {
    const mark = `0.85 g BT /F0 60 Tf ${matrix} Tm <${hex("某市财政局内部")}> Tj ET 0 g\n`;
    const content = `${mark}${title}${table({ left: 50, top: 770, widths: WIDTHS, rows: [HEAD, row("20101")] })}`;
    expect(await projectsOf([{ content }])).toEqual(["20101"]);
  });
});
