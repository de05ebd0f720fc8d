import { describe, expect, test } from "vitest";
import type { Block } from "../document/document.ts";
import { coverOf } from "./cover.ts";

const cover = (...lines: readonly string[]) => {
  const blocks: Block[] = lines.map((text, index) => ({ type: "heading", level: 1, text, id: `h${index}` }));
  return coverOf([{ name: "a.pdf", document: { title: lines[0] ?? "", language: "zh-CN", blocks } }]);
};

describe("the first page", () => {
  test.each([
    [["示例市审计局2026年度部门预算信息公开", "目录"], "示例市审计局", 2026, "department"],
    [["2026年示例市交通运输局（本级）部", "门预算"], "示例市交通运输局(本级)", 2026, "department"],
    [["2026年度", "示例市自然资源局", "单位预算公开"], "示例市自然资源局", 2026, "unit"],
    [["示例区2025年区级单位预算", "预算单位：示例区福利院"], "示例区福利院", 2025, "unit"],
    [["示例市司法局（汇总）2026年部门预算公开说明"], "示例市司法局(汇总)", 2026, "department"],
  ] as const)("%j names its body, year and scope", (lines, body, year, scope) => {
    expect(cover(...lines)).toEqual({ body, year, scope });
  });

  test("takes the name of a place for no body", () => {
    expect(cover("示例省2018年度省级部门预算公开报表")).toEqual({ year: 2018, scope: "department" });
  });

  test("ends where the contents or the text begin", () => {
    expect(cover("目录", "示例市审计局2026年度部门预算")).toEqual({});
    expect(cover("一、单位基本情况", "示例市审计局2026年度部门预算")).toEqual({});
  });
});
