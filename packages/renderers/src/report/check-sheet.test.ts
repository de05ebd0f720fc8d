import { read, utils } from "@e965/xlsx";
import type { AuditFinding, AuditReport, Outcomes, Pack, Place } from "@mingzhang/core";
import { describe, expect, it } from "vitest";
import { writeCheckSheet } from "./check-sheet.ts";

const at = (page: number, top: number): Place => ({
  kind: "page",
  page,
  box: { left: 50, top, right: 500, bottom: top + 12 },
});
const paragraph = (text: string, place: Place, heading = false) => ({
  text,
  place,
  heading,
  document: "a.pdf",
  headings: [],
});
const table = (id: string, caption: string, place: Place, cells: Record<number, string>) => ({
  id,
  caption,
  place,
  concept: "other" as const,
  document: "a.pdf",
  columns: [],
  rows: [{ index: 0, block: 0, label: "合计", role: "total" as const, measure: {}, cells }],
  notes: [],
});
const whole = (page: number): Place => ({
  kind: "page",
  page,
  box: { left: 50, top: 100, right: 500, bottom: 700 },
});

const PACK: Pack = {
  kind: "budget",
  reason: { zh: "", en: "" },
  year: 2026,
  body: "某某局",
  documents: [],
  contents: [{ text: "1. 收入预算总表" }],
  tables: [
    table("t1", "收入预算总表", whole(4), { 1: "t1:0:1" }),
    table("t2", "政府性基金预算表", whole(5), {}),
  ],
  paragraphs: [
    paragraph("预算编制说明", at(2, 50), true),
    paragraph("收入增加17.62%。", at(2, 80)),
    paragraph("其他相关情况说明", at(3, 50), true),
    paragraph("一、“三公”经费情况", at(3, 70), true),
    paragraph("调解项目经费情况说明", at(6, 50), true),
    paragraph("一、项目概述", at(6, 70), true),
    paragraph("活动”。", at(6, 90)),
  ],
  facts: [],
  performance: [],
  unread: [],
};
const NONE: Outcomes = { holds: 0, rounding: 0, conflict: 0, notApplicable: 0, couldNotCheck: 0 };
const finding = (rule: string, level: AuditFinding["level"], zh: string, place: Place): AuditFinding => ({
  rule,
  level,
  message: { zh, en: zh },
  place,
  group: zh,
  consequence: false,
  basis: [],
});
const REPORT: AuditReport = {
  pack: PACK,
  outcomes: NONE,
  findings: [
    finding("narrative/growth-recomputes", "error", "百分比不对。", at(2, 80)),
    finding("tables/columns-add-up", "error", "合计不对。", at(4, 300)),
    finding("wording/quotes-and-brackets-are-paired", "notice", "多一个引号。", at(6, 90)),
  ],
  contradictions: [],
  rules: [
    {
      rule: "format/contents-are-complete",
      title: { zh: "目录所列的表都应公开", en: "All are there" },
      outcomes: { ...NONE, couldNotCheck: 1 },
      reasons: [{ zh: "目录读不清", en: "unclear" }],
    },
  ],
};

async function rowsOf(report: AuditReport, sheet: string): Promise<string[][]> {
  const found = read(await writeCheckSheet(report)).Sheets[sheet];
  return found === undefined ? [] : utils.sheet_to_json(found, { header: 1, defval: "" });
}

describe("a bureau's check sheet", () => {
  it("has the rows of the form, and each finding in the row that it belongs to", async () => {
    const rows = (await rowsOf(REPORT, "检查表")).slice(5);
    const form = rows.map(([, title, , verdict, remark]) => [title, verdict, remark]);
    expect(form).toEqual([
      ["及时公开部门预算", "未核对", expect.any(String)],
      ["封面", "未核对", expect.any(String)],
      ["目录", "未核对", "“目录所列的表都应公开”有 1 项未能核对。"],
      ["主要职能", "未核对", expect.any(String)],
      ["机构设置", "未核对", expect.any(String)],
      ["名词解释", "未核对", "没有找到这一部分。"],
      ["预算编制说明", "否", "百分比不对。"],
      ["《收入预算总表》", "否", "合计不对。"],
      ["《政府性基金预算表》", "未核对", expect.stringContaining("空表")],
      ["其他相关情况说明", "是", ""],
      ["项目经费情况说明", "是", "（提示）多一个引号。"],
    ]);
  });

  it("names the body and leaves the address to the reviewer", async () => {
    const [title, , body, address] = await rowsOf(REPORT, "检查表");
    expect([title?.[0], body?.[0], address?.[0]]).toEqual([
      "2026年度预算公开情况检查表",
      "部门名称：某某局",
      "公开网址：",
    ]);
  });

  it("lists every problem, and what was not checked with the reason", async () => {
    expect(await rowsOf(REPORT, "问题清单")).toHaveLength(4);
    expect((await rowsOf(REPORT, "未核对"))[1]).toEqual([
      "目录所列的表都应公开",
      1,
      "目录读不清",
      "format/contents-are-complete",
    ]);
  });

  it("has a sheet of proofs where figures contradict each other, and none elsewhere", async () => {
    const contradiction = {
      set: { variables: [], identities: [] },
      certificate: { multipliers: [] },
      sum: [],
      printed: 0n,
      gap: 1n,
      corrections: [],
      determined: false,
      together: 1,
      proof: { zh: "应有 12.00 ＝ 11.00", en: "" },
      remedy: { zh: "改为 11.00。", en: "" },
    };
    const findings = REPORT.findings.map((each, index) =>
      index === 1 ? { ...each, contradiction: 0 } : each,
    );
    const rows = await rowsOf({ ...REPORT, findings, contradictions: [contradiction] }, "矛盾证明");
    expect(rows[1]).toEqual(["合计不对。", "应有 12.00 ＝ 11.00", 0, "改为 11.00。"]);
    expect(await rowsOf(REPORT, "矛盾证明")).toEqual([]);
  });

  it("passes nothing of a pack that is no budget", async () => {
    const other = { ...REPORT, findings: [], pack: { ...PACK, kind: "final-accounts" as const } };
    const verdicts = (await rowsOf(other, "检查表")).slice(5).map(([, , , verdict]) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(["未核对"]));
  });

  it("is the same bytes for the same audit", async () => {
    expect(await writeCheckSheet(REPORT)).toEqual(await writeCheckSheet(REPORT));
  });
});
