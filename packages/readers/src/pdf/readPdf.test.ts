import type { Grid } from "@mingzhang/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tablesOf } from "../tables.ts";
import { readPdf } from "./readPdf.ts";
import { type RuleStyle, rule, table, text } from "./testing/draw.ts";
import { makePdf } from "./testing/makePdf.ts";

const ROWS = [
  ["科目编码", "科目名称", "合计"],
  ["208", "社会保障和就业支出", "1,234.50"],
  ["20805", "行政事业单位养老支出", "234.50"],
];
const WIDTHS = [80, 160, 80];

async function read(content: string, page: { rotate?: number; width?: number; height?: number } = {}) {
  return readPdf(makePdf([{ content, ...page }]));
}

async function rowsOf(content: string) {
  const { document } = await read(content);
  return tablesOf(document).map(({ rows }) => rows);
}

async function gridOf(bytes: Uint8Array): Promise<Grid | undefined> {
  const { document } = await readPdf(bytes);
  return document.blocks.find((block) => block.type === "grid");
}

describe("ruled tables", () => {
  test.each<RuleStyle>(["stroke", "fill", "mitre"])("rules drawn by %s enclose cells", async (rules) => {
    expect(await rowsOf(table({ left: 60, top: 700, widths: WIDTHS, rows: ROWS, rules }))).toEqual([ROWS]);
  });

  test("a dotted rule is a rule", async () => {
    const rows = [["甲", "乙"]];
    const dots = Array.from({ length: 67 }, (_, index) => `${60 + index * 2.4} 689.6 0.8 0.8 re f\n`).join(
      "",
    );
    const content = table({ left: 60, top: 700, widths: [80, 80], height: 20, rows });
    expect(await rowsOf(`${content}${dots}${text(62, 681.5, "下", 6)}`)).toEqual([
      [
        ["甲", "乙"],
        ["下", ""],
      ],
    ]);
  });

  test("a white rule divides nothing, and a rule under a white area is not seen", async () => {
    const white = `1 1 1 RG ${rule("stroke", [100, 680, 100, 700])}0 0 0 RG\n`;
    const hidden = `${rule("stroke", [130, 680, 130, 700])}1 1 1 rg 110 682 40 16 re f 0 0 0 rg\n`;
    const content = `${white}${hidden}${table({ left: 60, top: 700, widths: [120, 80], rows: [["甲乙丙丁戊己", "1.00"]] })}`;
    expect(await rowsOf(content)).toEqual([[["甲乙丙丁戊己", "1.00"]]]);
  });

  test("a form's matrix moves what is drawn in it", async () => {
    const content = table({ left: 60, top: 700, widths: WIDTHS, rows: ROWS });
    const bytes = makePdf([
      { content: "q 1 0 0 1 20 -30 cm /X0 Do Q", form: { matrix: [0.5, 0, 0, 0.5, 10, 5], content } },
    ]);
    const grid = await gridOf(bytes);
    expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual(ROWS);
    expect(grid?.place).toEqual({
      kind: "page",
      page: 1,
      box: { left: 60, right: 220, top: 842 - 325, bottom: 842 - 295 },
    });
  });

  test("a page rotated by its own setting is read upright", async () => {
    const upright = table({ left: 60, top: 500, widths: WIDTHS, rows: ROWS });
    const { document } = await read(`q 0 1 -1 0 595 0 cm\n${upright}Q`, { rotate: 90 });
    expect(tablesOf(document)[0]?.rows).toEqual(ROWS);
    const [grid] = document.blocks;
    expect(grid?.type === "grid" && grid.orientation).toBe("landscape");
  });

  test("a table drawn sideways on a page that does not say so is read upright", async () => {
    const upright = table({ left: 60, top: 500, widths: WIDTHS, rows: ROWS });
    const { document } = await read(`q 0 1 -1 0 595 0 cm\n${upright}Q`);
    expect(tablesOf(document)[0]?.rows).toEqual(ROWS);
  });

  test("a cell over several columns ends where the rule below it begins", async () => {
    const content =
      table({ left: 60, top: 700, widths: [100, 160], rows: [["项目", "支出"]] }) +
      table({
        left: 60,
        top: 680,
        widths: [100, 80, 80],
        rows: [
          ["", "基本", "项目"],
          ["甲", "1.00", "2.00"],
        ],
      });
    const grid = await gridOf(makePdf([{ content }]));
    expect(grid?.rows[0]).toMatchObject([{ text: "项目" }, { text: "支出", colSpan: 2 }]);
    expect(grid?.headerRows).toBe(2);
  });

  test("two blocks side by side stay in one table", async () => {
    const rows = [
      ["收入", "预算数", "支出", "预算数"],
      ["一、拨款", "1.00", "一、服务", "1.00"],
    ];
    expect(await rowsOf(table({ left: 60, top: 700, widths: [80, 60, 80, 60], rows }))).toEqual([rows]);
  });
});

describe("text in cells", () => {
  async function cell(content: string, width = 60) {
    const rows = [
      ["名称", "数"],
      [content, "1.00"],
    ];
    return (await rowsOf(table({ left: 60, top: 700, widths: [width, 60], height: 40, rows })))[0]?.[1]?.[0];
  }

  test("a name wrapped over lines is one text", async () => {
    expect(await cell("机关事业单\n位基本养老\n保险缴费")).toBe("机关事业单位基本养老保险缴费");
  });

  test("digits wrapped in a narrow cell are one figure", async () => {
    expect(await cell("21,118.5\n1", 36)).toBe("21,118.51");
  });

  test("digits wrapped between wide margins are one figure, stacked figures with room beside them are not", async () => {
    const narrow = table({
      left: 60,
      top: 700,
      widths: [36, 60],
      height: 24,
      rows: [
        ["", "1.00"],
        ["", "2.00"],
      ],
    });
    const wrapped = text(65.5, 690, "1682.7", 7.4) + text(65.5, 680, "6", 7.4);
    const wide = table({
      left: 60,
      top: 600,
      widths: [90, 60],
      height: 24,
      rows: [
        ["", "1.00"],
        ["", "2.00"],
      ],
    });
    const stacked = text(65.5, 590, "1682.7", 7.4) + text(65.5, 580, "6", 7.4);
    const [first, second] = await rowsOf(narrow + wrapped + wide + stacked);
    expect([first?.[0]?.[0], second?.[0]?.[0]]).toEqual(["1682.76", "1682.7 6"]);
  });

  test("characters spread over a cell are one word", async () => {
    expect(await cell("合 计")).toBe("合计");
  });

  test("a figure split into two runs is one figure", async () => {
    const rows = [
      ["名称", "数"],
      ["甲", ""],
    ];
    const content = `${table({ left: 60, top: 700, widths: [80, 80], rows })}${text(150, 667, "174,900")}${text(191, 667, ".64")}`;
    expect((await rowsOf(content))[0]?.[1]).toEqual(["甲", "174,900.64"]);
  });

  test("characters printed twice to look bold are read once", async () => {
    const bold = text(62, 687, "合计") + text(62.3, 687, "合计");
    expect(
      (await rowsOf(table({ left: 60, top: 700, widths: [80, 80], rows: [["", "11.00"]] }) + bold))[0],
    ).toEqual([["合计", "11.00"]]);
  });

  test("invisible text and a slanted watermark are left out", async () => {
    const hidden = `BT 3 Tr ET ${text(62, 687, "隐")} BT 0 Tr ET\n`;
    const slanted = "BT /F0 30 Tf 0.7 0.7 -0.7 0.7 70 670 Tm <6837> Tj ET\n";
    const content = table({ left: 60, top: 700, widths: [80, 80], rows: [["", "11.00"]] });
    expect(await rowsOf(hidden + slanted + content)).toEqual([[["", "11.00"]]]);
  });

  test("text that its clip cuts off stays in its cell, and text that is clipped away is not read", async () => {
    const clipped = (box: string, content: string) => `q ${box} re W n ${content}Q\n`;
    const rows = [
      ["", "1.00"],
      ["乙", "2.00"],
    ];
    const content =
      table({ left: 60, top: 700, widths: [80, 80], rows }) +
      clipped("60 680 80 20", text(62, 687, "机关事业单位基本养老保险")) +
      clipped("60 660 80 20", text(62, 687, "隐"));
    const [first] = await rowsOf(content);
    expect(first?.[0]).toEqual(["机关事业单位基本养老保险", "1.00"]);
    const form = { matrix: [1, 0, 0, 1, 0, -300], content };
    const inForm = await readPdf(makePdf([{ content: "/X0 Do", form }]));
    expect(tablesOf(inForm.document)[0]?.rows).toEqual(first);
  });

  test("sideways text in a cell is read along its own direction", async () => {
    const sideways = "BT /F0 10 Tf 0 1 -1 0 75 650 Tm <657053575E8F5217> Tj ET\n";
    const rows = [
      ["", "1.00"],
      ["甲", "2.00"],
    ];
    const content = table({ left: 60, top: 720, widths: [80, 80], height: 80, rows });
    expect((await rowsOf(content + sideways))[0]?.[0]?.[0]).toBe("数南序列");
  });
});

describe("tables over pages", () => {
  const page = (rows: readonly (readonly string[])[], title = "") => ({
    content:
      table({ left: 60, top: 700, widths: WIDTHS, rows }) + (title === "" ? "" : text(180, 740, title, 14)),
  });

  test("a table that goes on is one table, its repeated head dropped, its rows keeping their pages", async () => {
    const [head = [], first = [], second = []] = ROWS;
    const grid = await gridOf(makePdf([page([head, first], "支出总表"), page([head, second], "支出总表")]));
    expect(grid?.caption).toBe("支出总表");
    expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual(ROWS);
    expect(grid?.rows.map((row) => row[0]?.place?.kind === "page" && row[0].place.page)).toEqual([1, 1, 2]);
  });

  test("a table that goes on without a head is one table", async () => {
    const [head = [], first = [], second = []] = ROWS;
    const { document } = await readPdf(makePdf([page([head, first]), page([second])]));
    expect(tablesOf(document)).toEqual([{ page: 1, rows: ROWS }]);
  });

  test("a table too wide for its page takes in the columns that stand on the next", async () => {
    const rest = [["基本支出"], ["1,000.00"], [""]];
    const wide = { content: table({ left: 60, top: 700, widths: [80], rows: rest }) };
    const { document } = await readPdf(makePdf([page(ROWS, "支出总表"), wide]));
    expect(tablesOf(document)).toEqual([
      { page: 1, rows: ROWS.map((row, index) => [...row, ...(rest[index] ?? [])]) },
    ]);
  });

  test("a table with another title is another table, though its columns are the same", async () => {
    const { document } = await readPdf(makePdf([page(ROWS, "支出总表"), page(ROWS, "收入总表")]));
    expect(tablesOf(document).map(({ page }) => page)).toEqual([1, 2]);
  });
});

describe("text outside of tables", () => {
  test("wrapped lines are one paragraph, and an indented line begins the next", async () => {
    const long = "二".repeat(40);
    const content =
      text(80, 700, "一".repeat(38)) + text(60, 680, long) + text(60, 660, "三。") + text(80, 640, "四。");
    const { document } = await read(content);
    const paragraphs = document.blocks.filter((block) => block.type === "paragraph");
    expect(paragraphs.map((block) => block.children[0]?.text)).toEqual([
      `${"一".repeat(38)}${long}三。`,
      "四。",
    ]);
    expect(paragraphs[0]?.place).toMatchObject({ kind: "page", page: 1, box: { left: 60 } });
  });

  test("larger text is a heading", async () => {
    const body = [0, 1, 2].map((row) => text(60, 600 - row * 20, "正文正文正文正文正文。")).join("");
    const { document } = await read(text(240, 700, "部门概况", 18) + body);
    expect(document.blocks[0]).toMatchObject({ type: "heading", level: 1, text: "部门概况" });
    expect(document.title).toBe("部门概况");
  });

  test("what stands above a table names it, and a note below belongs to it", async () => {
    const content =
      text(60, 760, "表3") +
      text(180, 740, "支出总表", 14) +
      text(60, 710, "部门：某局") +
      text(320, 710, "单位：万元") +
      table({ left: 60, top: 700, widths: WIDTHS, rows: ROWS }) +
      text(60, 620, "注：无。");
    const grid = await gridOf(makePdf([{ content }]));
    expect(grid).toMatchObject({
      label: "表3",
      caption: "支出总表",
      aboveLeft: "部门：某局",
      aboveRight: "单位：万元",
      below: ["注：无。"],
    });
  });

  test("page numbers and running headers are left out", async () => {
    const pages = [1, 2, 3].map((number) => ({
      content:
        text(60, 810, "某局预算公开") + text(290, 30, `- ${number} -`) + text(80, 700, `第${number}段。`),
    }));
    const { document } = await readPdf(makePdf(pages));
    expect(
      document.blocks.map((block) => (block.type === "paragraph" ? block.children[0]?.text : block.type)),
    ).toEqual(["第1段。", "第2段。", "第3段。"]);
  });
});

describe("files that cannot be read", () => {
  const rules = async (bytes: Uint8Array) => (await readPdf(bytes)).findings.map((finding) => finding.rule);

  test("an encrypted file needs a password", async () => {
    const encrypt =
      `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> >> ` +
      `/ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`;
    expect(await rules(makePdf([{ content: "" }], encrypt))).toEqual(["read/pdf-encrypted"]);
  });

  test("bytes of another kind are no PDF", async () => {
    expect(await rules(new TextEncoder().encode("<html></html>"))).toEqual(["read/not-pdf"]);
  });

  test("a file cut off after its header is damaged", async () => {
    const whole = makePdf([{ content: text(60, 700, "甲") }]);
    expect(await rules(whole.subarray(0, 60))).toEqual(["read/pdf-damaged"]);
  });

  test("a file cut off before its end is read as far as it goes, and said to be cut short", async () => {
    const whole = makePdf([{ content: text(60, 700, "甲") }]);
    const { document, findings } = await readPdf(whole.subarray(0, whole.length - 6));
    expect(document.blocks).toHaveLength(1);
    expect(findings.map(({ rule }) => rule)).toEqual(["read/pdf-cut-short"]);
  });

  test("a page of sixty thousand characters and lines is read in a few seconds", async () => {
    const many = text(60, 700, "1".repeat(30_000), 4) + text(60, 690, "12".repeat(15_000), 0.01);
    const rules = Array.from({ length: 1_500 }, (_, index) =>
      [rule("stroke", [0, index / 2, 500, index / 2]), rule("stroke", [index / 3, 0, index / 3, 800])].join(
        "",
      ),
    );
    const started = performance.now();
    await readPdf(makePdf([{ content: many + rules.join("") }]));
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test("a page with a picture and no text needs OCR", async () => {
    const scan = { content: "q 500 0 0 700 40 60 cm /I0 Do Q", image: true };
    const { findings } = await readPdf(makePdf([{ content: text(60, 700, "甲") }, scan, scan]));
    expect(findings).toMatchObject([{ rule: "read/pdf-no-text", place: { kind: "page", page: 2 } }]);
    expect(findings[0]?.message.zh).toContain("2-3");
  });

  test("more pages than the limit are said and not read", async () => {
    const bytes = makePdf([1, 2, 3].map(() => ({ content: text(60, 700, "甲") })));
    const { document, findings } = await readPdf(bytes, { limits: { pages: 1 } });
    expect(document.blocks).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: "read/pdf-limit", place: { kind: "page", page: 2 } }]);
  });

  test("no bytes make it throw", async () => {
    const whole = makePdf([{ content: table({ left: 60, top: 700, widths: WIDTHS, rows: ROWS }) }]);
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), damage), async (change) => {
        const bytes = change instanceof Uint8Array ? change : whole.slice();
        if (!(change instanceof Uint8Array)) for (const [at, value] of change) bytes[at] = value;
        const { document, findings } = await readPdf(bytes);
        expect(document.blocks.length + findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
