import type { Cell, Grid } from "@mingzhang/core";
import { expect, test } from "vitest";
import { documentOf, sampleDocument } from "../testing/sample.ts";
import { documentXml, elements } from "./testing/parts.ts";

const columns = (count: number): Grid["columns"] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    width: 10,
    align: index === 0 ? "left" : "right",
  }));

function gridOf(rows: readonly (readonly Cell[])[], more: Partial<Grid> = {}): Grid {
  const count = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0)));
  return {
    type: "grid",
    id: "g",
    caption: "表",
    columns: columns(count),
    headerRows: 0,
    rows,
    below: [],
    orientation: "portrait",
    ...more,
  };
}

async function sampleTable(index: number): Promise<string> {
  return elements(await documentXml(sampleDocument()), "w:tbl")[index] ?? "";
}

test("header rows, and no others, are repeated on every page", async () => {
  const rows = elements(await sampleTable(0), "w:tr");
  expect(rows).toHaveLength(73);
  expect(rows.map((row) => row.includes("<w:tblHeader/>"))).toEqual(rows.map((_, index) => index < 2));
});

test("a table without header rows repeats none", async () => {
  expect(await sampleTable(2)).not.toContain("w:tblHeader");
});

test("a cell over several columns and one over several rows are merged cells", async () => {
  const [first = "", second = ""] = elements(await sampleTable(0), "w:tr");
  const merges = (row: string) =>
    elements(row, "w:tc").map((cell) =>
      [/gridSpan w:val="\d"/, /vMerge( w:val="restart")?/].map((mark) => cell.match(mark)?.[0]),
    );
  const open = `vMerge w:val="restart"`;
  expect(merges(first)).toEqual([
    [`gridSpan w:val="2"`, undefined],
    [undefined, open],
    [undefined, undefined],
    [undefined, open],
  ]);
  expect(merges(second)).toEqual([
    [undefined, undefined],
    [undefined, undefined],
    [undefined, "vMerge"],
    [undefined, undefined],
    [undefined, "vMerge"],
  ]);
});

test("in every row the cells' widths add up to the table's width", async () => {
  for (const table of elements(await documentXml(sampleDocument()), "w:tbl")) {
    const total = Number(table.match(/<w:tblW w:w="(\d+)"/)?.[1]);
    for (const row of elements(table, "w:tr")) {
      const widths = [...row.matchAll(/<w:tcW w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total);
    }
  }
});

test("figures stand at the right, labels are indented by their depth, headings are centred", async () => {
  const rows = elements(await sampleTable(0), "w:tr");
  const cells = elements(rows[3] ?? "", "w:tc");
  expect(cells[1]).toContain(`<w:ind w:leftChars="200" w:left="420"/></w:pPr>`);
  expect(cells[3]).toContain(`<w:jc w:val="right"/>`);
  expect(elements(rows[0] ?? "", "w:tc")[0]).toContain(`<w:jc w:val="center"/>`);
});

test("a short row stays whole and a row of two thousand characters may go over pages", async () => {
  const long = { text: "绩效目标".repeat(500) };
  const xml = await documentXml(
    documentOf(
      gridOf([
        [{ text: "甲" }, { text: "1.00" }],
        [{ text: "乙" }, long],
      ]),
    ),
  );
  expect(elements(xml, "w:tr").map((row) => row.includes("<w:cantSplit/>"))).toEqual([true, false]);
});

test("a table has a title and a description for screen readers", async () => {
  const table = await sampleTable(1);
  expect(table).toContain(`<w:tblCaption w:val="2023年部门收入预算总表"/>`);
  expect(table).toContain(
    `<w:tblDescription w:val="公开表2　2023年部门收入预算总表　单位全称：示例市档案局　单位：元"/>`,
  );
});

test("left and right above a table share a line, and stand on two where they are too long for one", async () => {
  const above = async (aboveLeft: string) => {
    const xml = await documentXml(
      documentOf(gridOf([[{ text: "甲" }]], { aboveLeft, aboveRight: "单位：万元" })),
    );
    return elements(xml, "w:p").filter((paragraph) => paragraph.includes(`"GridAbove"`));
  };
  expect(await above("单位全称：示例市档案局")).toEqual([
    expect.stringMatching(/示例市档案局.*<w:tab\/>.*单位：万元/),
  ]);
  expect(await above(`单位全称：${"国有自然资源资产综合保障中心".repeat(4)}`)).toEqual([
    expect.stringContaining("保障中心"),
    expect.stringMatching(/<w:jc w:val="right"\/>.*单位：万元/),
  ]);
});

test("a grid of fifteen hundred rows keeps them all", async () => {
  const rows = Array.from({ length: 1500 }, (_, index) => [{ text: `第${index}行` }, { text: "1.00" }]);
  const xml = await documentXml(documentOf(gridOf(rows)));
  expect(elements(xml, "w:tr")).toHaveLength(1500);
});

test("an empty grid prints its heading, its total row and its note", async () => {
  const heading = ["科目", "合计"].map((text): Cell => ({ text, header: "column" }));
  const below = ["说明：本部门无该项收支，故此表无数据。"];
  const xml = await documentXml(
    documentOf(gridOf([heading, [{ text: "合计" }, { text: "" }]], { headerRows: 1, below })),
  );
  expect(elements(xml, "w:tr")).toHaveLength(2);
  expect(xml).toMatch(/<\/w:tbl><w:p><w:pPr><w:pStyle w:val="GridNote"\/>.*故此表无数据。/);
});
