import type { AuditFinding, AuditReport, Box, Grid, Pack } from "@mingzhang/core";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { reportHtml } from "./report-html.ts";

const NONE = { holds: 0, rounding: 0, conflict: 0, notApplicable: 0, couldNotCheck: 0 };
const EVIL = '<img src="https://example.org/x.png"><script>alert(1)</script>';
const box = (top: number): Box => ({ left: 10, top, right: 60, bottom: top + 10 });
const finding = (
  group: string,
  place: AuditFinding["place"],
  more: Partial<AuditFinding> = {},
): AuditFinding => ({
  rule: "tables/columns-add-up",
  level: "error",
  message: { zh: `合计不对。${EVIL}`, en: "The total is wrong." },
  group,
  consequence: false,
  basis: [],
  ...(place === undefined ? {} : { place }),
  ...more,
});
const page = (number: number, top: number) =>
  ({ kind: "page", file: "a.pdf", page: number, box: box(top) }) as const;
const cell = (text: string, at: string) => ({
  text,
  place: { kind: "sheet", file: "b.xlsx", sheet: "表一", cell: at } as const,
});
const grid: Grid = {
  type: "grid",
  id: "t",
  caption: EVIL,
  columns: [],
  headerRows: 1,
  rows: [[cell("合计", "A1")], [cell("12.00", "A2")], [cell("13.00", "A3")]],
  below: [],
  orientation: "portrait",
};
const pack: Pack = {
  kind: "budget",
  reason: { zh: "", en: "" },
  body: EVIL,
  documents: [{ name: "b.xlsx", document: { title: "", language: "zh-CN", blocks: [grid] } }],
  contents: [],
  tables: [],
  paragraphs: [],
  facts: [],
  performance: [],
  unread: [],
};
const report: AuditReport = {
  pack,
  outcomes: NONE,
  rules: [],
  contradictions: [],
  findings: [
    finding("g1", page(2, 100), { printed: "12.00", expected: "13.00" }),
    finding("g1", page(2, 140), { consequence: true }),
    finding("g2", { kind: "sheet", file: "b.xlsx", sheet: "表一", cell: "A2" }),
  ],
};
const picture = { file: "a.pdf", page: 2, width: 600, height: 800, png: Uint8Array.of(1, 2, 3) };
const html = reportHtml({ report, reading: [], pictures: [picture] });
const $ = load(html);

describe("the report of an audit as a page", () => {
  it("shows findings of one cause together, beside the cut-out of their page with a box for each", () => {
    expect($("article")).toHaveLength(2);
    const first = $("article").first();
    expect(first.find("figure svg rect")).toHaveLength(2);
    expect(first.find("figure svg").attr("viewBox")).toBe("0 10 600 230");
    expect(first.find("dl").text()).toBe("印作12.00应为13.00");
    expect(first.find("li").text()).toContain("合计不对");
  });

  it("embeds each page once, however many findings show it", () => {
    expect($("image")).toHaveLength(1);
    expect($("figure.page")).toHaveLength(1);
  });

  it("shows the marked cell of a table where there is no page", () => {
    expect($("article").last().find("mark").text()).toBe("12.00");
  });

  it("runs nothing, asks for nothing, and shows hostile text as text", () => {
    expect($("script, img")).toHaveLength(0);
    expect($("meta[http-equiv=Content-Security-Policy]").attr("content")).toContain("default-src 'none'");
    expect($("[style]")).toHaveLength(0);
    expect($("h1").text()).toContain("<script>");
  });

  it("is the same for the same audit", () => {
    expect(reportHtml({ report, reading: [], pictures: [picture] })).toBe(html);
  });
});
