import { describe, expect, it } from "vitest";
import { asUnit } from "./unit-rows.ts";

const sheet = (id: string, ...rows: readonly Record<string, string>[]) => ({
  sheet: id,
  rows: rows.map((cells, index) => ({ id: String(index), position: index, version: 1, cells })),
});
const taken = (...sheets: readonly ReturnType<typeof sheet>[]) =>
  Object.fromEntries(
    asUnit(sheets)
      .filter(({ rows }) => rows.length > 0)
      .map(({ sheet: id, rows }) => [id, rows.map(({ cells }) => cells)]),
  );

const DEPARTMENT = sheet("department", { name: "示例区档案馆", overall_goal: "做好查阅服务。" });
const NOTES = sheet("notes", { note: "无涉密项目。" });
const INDICATORS = sheet("indicators", { indicator: "查阅人次" }, { project: "扫描", indicator: "卷数" });
const LEDGER = sheet("ledger", { unit: "档案馆", amount_yuan: "1.00" });

describe("a unit's budget taken into its department's", () => {
  it("says what it says of itself under the unit's name", () => {
    expect(taken(DEPARTMENT, sheet("units", { unit: "档案馆" }), LEDGER, INDICATORS, NOTES)).toEqual({
      units: [{ unit: "档案馆", overall_goal: "做好查阅服务。" }],
      ledger: [{ unit: "档案馆", amount_yuan: "1.00" }],
      indicators: [
        { indicator: "查阅人次", budget_unit: "档案馆" },
        { project: "扫描", indicator: "卷数" },
      ],
      notes: [{ note: "无涉密项目。", unit: "档案馆" }],
    });
  });

  it("keeps with a body of several units what none of them said, and takes what is said of one", () => {
    const units = sheet("units", { unit: "甲" }, { unit: "乙", overall_goal: "乙的目标。" });
    const notes = sheet("notes", { note: "全体的。" }, { note: "乙的。", unit: "乙" });
    expect(taken(DEPARTMENT, units, INDICATORS, notes)).toEqual({
      units: [{ unit: "甲" }, { unit: "乙", overall_goal: "乙的目标。" }],
      indicators: [{ project: "扫描", indicator: "卷数" }],
      notes: [{ note: "乙的。", unit: "乙" }],
    });
  });
});
