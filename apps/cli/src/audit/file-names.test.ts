import { describe, expect, it } from "vitest";
import { packsOfFolder, packsOfShelf } from "./file-names.ts";

const sizes = (packs: readonly (readonly string[])[]) => packs.map((files) => files.length);

describe("the files of a folder", () => {
  it.each([
    ["plain parts", ["说明.docx", "表格.xls"]],
    ["tables one by one", ["收支总表.xlsx", "三公经费预算表.xlsx", "2026年预算公开说明.pdf"]],
    ["one body", ["附件1：某市审计局2026年部门预算情况说明.pdf", "附件2：某市审计局2026年部门预算报表.pdf"]],
    ["an annex of a unit", ["2026年某区教育局部门预算.pdf", "某区第一小学2026年项目支出绩效目标表.pdf"]],
    ["names without sense", ["1769321433314.pdf", "scan0001.pdf"]],
  ])("are one pack: %s", (_, names) => {
    expect(packsOfFolder(names)).toEqual([names]);
  });

  it("are several packs where their names tell of several years", () => {
    const names = [
      "2017年度部门预算公开表.pdf",
      "某省政协办公厅2017年度部门预算.pdf",
      "某省政协办公厅2018年度部门预算.pdf",
    ];
    expect(packsOfFolder(names)).toEqual([names.slice(0, 2), names.slice(2)]);
  });

  it("are several packs where their names tell of several bodies", () => {
    const names = [
      "审计局_附件1：某市审计局2026年度部门预算情况说明.pdf",
      "审计局_附件2：某市审计局2026年度部门预算报表.pdf",
      "司法局_附件2：某市司法局2026年度部门预算报表.pdf",
      "附件1：某市公安局2026年度部门预算情况说明.pdf",
      "附件1：某市公安局交通管理局2026年度部门预算情况说明.pdf",
    ];
    expect(sizes(packsOfFolder(names))).toEqual([2, 1, 1, 1]);
  });

  it("do not mix a department with its own unit, or a budget with final accounts", () => {
    expect(sizes(packsOfFolder(["某区商务委员会25年预算.pdf", "某区商务委员会单位25年预算表.pdf"]))).toEqual([
      1, 1,
    ]);
    expect(sizes(packsOfShelf(["某区商务委员会25年预算.pdf", "某区商务委员会单位25年预算表.pdf"]))).toEqual([
      1, 1,
    ]);
    expect(sizes(packsOfFolder(["某局2025年部门预算.pdf", "某局2025年部门决算表.pdf"]))).toEqual([1, 1]);
  });
});

describe("files directly in the folder that is audited", () => {
  it("go together only as narrative and tables of one body and year", () => {
    const names = [
      "某市审计局2026年度部门预算情况说明.pdf",
      "某市审计局2026年度部门预算报表.xlsx",
      "a.pdf",
      "b表.pdf",
    ];
    expect(sizes(packsOfShelf(names))).toEqual([2, 1, 1]);
    expect(sizes(packsOfShelf(["2026年深圳市交通局部门预算.pdf", "2026年深圳市公安局部门预算.pdf"]))).toEqual(
      [1, 1],
    );
  });
});
