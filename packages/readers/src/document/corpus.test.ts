import { existsSync, readFileSync } from "node:fs";
import type { Document } from "@mingzhang/core";
import { describe, expect, test } from "vitest";
import { readDocuments } from "../read-document.ts";

const corpus = new URL("../../../../../shared/corpus/", import.meta.url);

async function read(path: string): Promise<Document> {
  const { documents } = await readDocuments([{ name: path, bytes: readFileSync(new URL(path, corpus)) }]);
  const [only] = documents;
  if (only === undefined) throw new Error(`${path} was not read.`);
  return only.document;
}

function textsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "heading") return [block.text];
    return block.type === "paragraph" ? [block.children.map((child) => child.text).join("")] : [];
  });
}

describe.skipIf(!existsSync(corpus))("published files (skipped where ../shared is absent)", () => {
  test("a saved page of Chongqing is read from its first section, without breadcrumbs", async () => {
    const texts = textsOf(await read("chongqing/F041.html"));
    expect(texts[0]).toBe("一、单位基本情况");
    expect(texts.some((text) => text.includes("当前位置"))).toBe(false);
    expect(texts.join("").length).toBeGreaterThan(2_900);
  });

  test("a page of a propaganda office keeps its sections and loses its navigation", async () => {
    const document = await read("chongqing/F189.html");
    expect(document.title).toBe("中共重庆市委宣传部2026年部门预算情况说明");
    const headings = textsOf(document).filter((text) => /^[一二三四五六]、/.test(text) && text.length < 30);
    expect(headings).toEqual(
      ["一、单位基本情况", "二、部门收支总体情况", "三、财政拨款情况说明"].concat(headings.slice(3)),
    );
    expect(textsOf(document).some((text) => /返回首页|中国文明网/.test(text))).toBe(false);
  });

  test("a page of Kunming lists its seventeen tables and loses its links", async () => {
    const document = await read("kunming/F318.html");
    expect(document.title).toBe("昆明市审计局（汇总）2026年预算公开");
    const texts = textsOf(document);
    expect(texts).toContain("十七、部门项目中期规划预算表");
    expect(texts.some((text) => /公务员邮箱|无障碍浏览/.test(text))).toBe(false);
  });

  test("a blank template of Shanghai gives its nine tables with titles, units and header rows", async () => {
    const { blocks } = await read("shanghai-putuo/F335.xlsx");
    const grids = blocks.filter((block) => block.type === "grid");
    expect(grids.map(({ caption, aboveRight, headerRows }) => [caption, aboveRight, headerRows])).toEqual([
      ["2026年部门财务收支预算总表", "单位：元", 2],
      ["2026年部门收入预算总表", "单位：元", 3],
      ["2026年部门支出预算总表", "单位：元", 3],
      ["2026年部门财政拨款收支预算总表", "单位：元", 2],
      ["2026年部门一般公共预算支出功能分类预算表", "单位：元", 3],
      ["2026年部门政府性基金预算支出功能分类预算表", "单位：元", 3],
      ["2026年部门国有资本经营预算支出功能分类预算表", "单位：元", 3],
      ["2026年部门一般公共预算基本支出部门预算经济分类预算表", "单位：元", 3],
      ["2026年部门“三公”经费和机关运行经费预算表", "单位:万元", 3],
    ]);
    expect(grids[1]?.rows.at(-1)?.[0]).toMatchObject({ text: "合计", colSpan: 4 });
  });

  test("an inspection form keeps its merged cells", async () => {
    const { blocks } = await read("shanghai-putuo/F003.xlsx");
    const grid = blocks.find((block) => block.type === "grid");
    expect(grid?.rows.flat().find((cell) => cell.text === "内容规范性")).toMatchObject({ rowSpan: 17 });
  });
});
