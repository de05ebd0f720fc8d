import type { Block } from "@mingzhang/core";
import { expect, test } from "vitest";
import { documentOf } from "../testing/sample.ts";
import { layoutGrid } from "./grid.ts";
import { estimatePages } from "./pages.ts";
import { sectionsOf } from "./sections.ts";

const lines = (count: number): Block[] =>
  Array.from({ length: count }, () => ({ type: "paragraph", children: [{ text: "一行。" }] }));
const heading = (level: 1 | 2): Block => ({ type: "heading", level, id: "end", text: "末节" });

function pageOf(wanted: Block | undefined, blocks: Block[]): number | undefined {
  const pages = estimatePages(sectionsOf(documentOf(...blocks)), layoutGrid);
  return wanted === undefined ? undefined : pages.get(wanted);
}

const lastPage = (...blocks: Block[]) => pageOf(blocks.at(-1), blocks);

test("twenty-two lines fill a page", () => {
  expect(lastPage(...lines(22))).toBe(1);
  expect(lastPage(...lines(23))).toBe(2);
});

test("headings do not stay behind at the end of a page without a line below them", () => {
  const [section, point] = [heading(2), heading(2)];
  expect(pageOf(section, [...lines(20), section, ...lines(1)])).toBe(1);
  expect(pageOf(section, [...lines(21), section, ...lines(1)])).toBe(2);
  expect(pageOf(section, [...lines(20), section, point, ...lines(1)])).toBe(2);
});

test("a title starts a page, and cover and contents count for none", () => {
  expect(
    lastPage({ type: "cover", title: "封面", lines: [] }, { type: "contents", title: "目录" }, ...lines(3)),
  ).toBe(1);
  expect(lastPage(...lines(3), heading(1))).toBe(2);
});

test("a table's rows and its repeated heading fill pages", () => {
  const rows = Array.from({ length: 61 }, (_, index) => [{ text: `${index}` }]);
  const grid: Block = {
    type: "grid",
    id: "g",
    caption: "表",
    columns: [{ id: "c", width: 1, align: "left" }],
    headerRows: 1,
    rows,
    below: [],
    orientation: "portrait",
  };
  expect(lastPage(grid, heading(1))).toBe(4);
});
