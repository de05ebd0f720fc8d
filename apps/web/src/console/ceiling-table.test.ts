import type { Body } from "@mingzhang/server/api";
import { describe, expect, it } from "vitest";
import { plainAmount, readCeilings } from "./ceiling-table.ts";

const body = (id: string, code: string, name: string, kind: Body["kind"] = "department"): Body => ({
  id,
  parentId: null,
  kind,
  name,
  shortName: name.replace("示例区", ""),
  code,
  unitType: "",
  active: true,
});
const BODIES = [
  body("a", "216", "示例区档案局"),
  body("b", "300", "示例区统计局"),
  body("c", "216001", "示例区档案馆", "unit"),
];

describe("a table of ceilings from a spreadsheet", () => {
  it("is read by its headings, whatever their order and what stands above, and by codes or names", () => {
    const text = [
      "2024年控制数\t\t\t",
      "单位编码\t单位名称\t“三公”经费\t支出总额（元）\t人员经费",
      "216\t示例区档案局\t1,000.00\t3,000,000\t",
      "\t统计局\t\t500.5\t200",
    ].join("\r\n");
    expect(readCeilings(text, BODIES)).toEqual({
      typed: {
        a: { "three-public": "1,000.00", total: "3,000,000", personnel: "" },
        b: { "three-public": "", total: "500.5", personnel: "200" },
      },
      unknownRows: [],
      unknownColumns: [],
      otherUnit: [],
    });
  });

  it("says which rows and columns it does not know, and that amounts are in yuan", () => {
    const text = "部门\t支出总额（万元）\t备注\n水利局\t3\t\n示例区统计局\t5\t新";
    expect(readCeilings(text, BODIES)).toMatchObject({
      typed: { b: { total: "5" } },
      unknownRows: ["水利局"],
      unknownColumns: ["备注"],
      otherUnit: ["支出总额（万元）"],
    });
  });

  it("takes nothing from what is no such table", () => {
    expect(readCeilings("随便\t写的\n一段\t文字", BODIES).typed).toEqual({});
    expect(readCeilings("", BODIES).typed).toEqual({});
  });
});

it("an amount is taken as spreadsheets show it, and nothing else is", () => {
  expect(["1,234.50", " 7 ", "¥5", "", "-1", "1.234", "三万"].map(plainAmount)).toEqual([
    "1234.50",
    "7",
    "5",
    "",
    undefined,
    undefined,
    undefined,
  ]);
});
