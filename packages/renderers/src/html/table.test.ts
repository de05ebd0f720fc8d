import type { Cell, Grid } from "@mingzhang/core";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { documentOf, sampleDocument } from "../testing/sample.ts";
import { renderPage } from "./page.ts";

const grids = sampleDocument().blocks.filter((block): block is Grid => block.type === "grid");

function parse(grid: Grid) {
  return load(renderPage(documentOf(grid), undefined));
}

function pick({ text, colSpan = 1, rowSpan = 1 }: Cell) {
  return { text, colSpan, rowSpan };
}

describe("a grid on the page", () => {
  it.each(grids)("reads back cell by cell: $id", (grid) => {
    const $ = parse(grid);
    const read = $("figure table tr")
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => ({
            text: $(cell).text(),
            colSpan: Number($(cell).attr("colspan") ?? 1),
            rowSpan: Number($(cell).attr("rowspan") ?? 1),
          })),
      );
    expect(read).toEqual(grid.rows.map((row) => row.map(pick)));
  });

  it.each(grids)("has its caption, its unit and its header rows in the table: $id", (grid) => {
    const $ = parse(grid);
    const caption = $("figure table > caption").text();
    expect(caption).toContain(grid.caption);
    expect(caption).toContain(grid.aboveRight);
    expect($("figure thead tr")).toHaveLength(grid.headerRows);
    expect($("figure tbody tr")).toHaveLength(grid.rows.length - grid.headerRows);
    expect($("figure col")).toHaveLength(grid.columns.length);
  });

  it("says what each header cell heads", () => {
    const $ = parse(grids[0] as Grid);
    expect($("thead th[scope=colgroup]").text()).toBe("功能分类科目");
    expect($("thead th[scope=col]")).toHaveLength(6);
    expect($("tbody tr").eq(1).find("th[scope=row]").text()).toBe(
      "2080501第1项机关事业单位基本养老保险缴费支出",
    );
    expect($("colgroup").eq(0).children()).toHaveLength(2);
  });

  it("does not call a blank cell a header", () => {
    const rows: Cell[][] = [
      [
        { text: "", header: "column" },
        { text: "数", header: "column" },
      ],
      [{ text: " ", header: "row" }, { text: "1" }],
    ];
    const $ = parse({
      ...(grids[2] as Grid),
      columns: (grids[2] as Grid).columns.slice(0, 2),
      headerRows: 1,
      rows,
    });
    expect($("figure th").text()).toBe("数");
  });

  it("keeps a span of the head from reaching into the body", () => {
    const rows: Cell[][] = [[{ text: "头", header: "column", rowSpan: 3 }, { text: "乙" }], [{ text: "丙" }]];
    const $ = parse({
      ...(grids[2] as Grid),
      columns: (grids[2] as Grid).columns.slice(0, 2),
      headerRows: 1,
      rows,
    });
    expect($("figure th").attr("rowspan")).toBeUndefined();
  });

  it("aligns figures by their column and gives them figures of one width", () => {
    const $ = parse(grids[0] as Grid);
    expect($("tbody tr").eq(1).children().eq(3).attr("class")).toBe("right number");
  });

  it("is told apart from another grid of the same caption", () => {
    const grid = grids[2] as Grid;
    const $ = load(renderPage(documentOf(grid, { ...grid, id: "table-16-2" }), undefined));
    const names = (selector: string, attribute: string) =>
      $(selector)
        .toArray()
        .map((item) => $(item).attr(attribute));
    const title = "公开表16 2023年部门重点项目绩效目标表";
    expect(names("button.download", "data-name")).toEqual([`${title}（1）`, `${title}（2）`]);
    expect(new Set(names("[role=region]", "aria-label")).size).toBe(2);
    expect($("nav a").last().text()).toBe(`${title}（2）`);
  });

  it("stands in a region that the keyboard can scroll", () => {
    const $ = parse(grids[1] as Grid);
    const region = $("figure > [role=region]");
    expect(region.attr("tabindex")).toBe("0");
    expect(region.attr("aria-label")).toContain("2023年部门收入预算总表");
  });
});
