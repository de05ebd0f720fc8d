import { describe, expect, it } from "vitest";
import type { Budget } from "../budget/budget.ts";
import { readBudget } from "../budget/read/read-budget.ts";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import { budgetToSheets } from "../budget/write/budget-to-sheets.ts";
import { disclose } from "../disclosure/disclose.ts";
import type { Block, Grid } from "../document/document.ts";
import type { Profile } from "../profile/profile.ts";
import { findProfile } from "../profile/profiles.ts";
import { compose } from "./compose.ts";

const profile = findProfile("chongqing-district") as Profile;

/** The archives have targets and notes of their own, the office has none. */
const budget: Budget = {
  ...SAMPLE_BUDGET,
  units: SAMPLE_BUDGET.units.map((unit) =>
    unit.id === "档案馆" ? { ...unit, overallGoal: "{查阅人次}，群众满意。" } : unit,
  ),
  indicators: [
    ...SAMPLE_BUDGET.indicators,
    {
      unit: "档案馆",
      name: "查阅人次",
      weight: "100",
      measureUnit: "人次",
      operator: "≥",
      target: "900",
      core: true,
    },
  ],
  notes: [
    ...SAMPLE_BUDGET.notes,
    { table: "social-insurance", text: "由市级编制。" },
    { unit: "档案馆", text: "本单位无涉密项目。" },
    { unit: "档案馆", table: "social-insurance", text: "由部门编制。" },
  ],
};

const packOf = (body?: string, of: Budget = budget) => compose(disclose(of, profile, body)).blocks;
const overall = (blocks: readonly Block[]) =>
  blocks.find((block): block is Grid => block.type === "grid" && /整体绩效目标表/u.test(block.caption));
const texts = (grid: Grid | undefined) => grid?.rows.flat().map(({ text }) => text) ?? [];
const said = (blocks: readonly Block[]) => JSON.stringify(blocks);

describe("a unit's pack", () => {
  it("prints the unit's own targets as a whole, and no one else's", () => {
    const form = overall(packOf("档案馆"));
    expect(texts(form)).toContain("查阅人次≥900人次，群众满意。");
    expect(texts(form)).toContain("查阅人次");
    expect(texts(form)).not.toContain("档案工作覆盖率");
    expect(form?.below).toEqual([]);
  });

  it("says that the unit has none where it has none, below its name and its amount", () => {
    const form = overall(packOf("机关"));
    expect(form?.below).toEqual(["说明：本单位未编制整体绩效目标。"]);
    expect(texts(form)).toEqual(["单位名称", "示例区档案局（本级）", "单位支出预算数", "10.70"]);
  });

  it("prints the unit's own notes, and not the department's", () => {
    expect(said(packOf("档案馆"))).toContain("本单位无涉密项目。");
    expect(said(packOf("档案馆"))).toContain("由部门编制。");
    expect(said(packOf("档案馆"))).not.toMatch(/本部门无涉密项目|由市级编制/u);
    expect(said(packOf("机关"))).not.toMatch(/无涉密项目|由市级编制|由部门编制/u);
  });
});

describe("the department's pack", () => {
  it("is the same whatever its units have of their own", () => {
    const { units, indicators, notes } = budget;
    const without: Budget = {
      ...budget,
      units: units.map(({ overallGoal: _, ...unit }) => unit),
      indicators: indicators.filter(({ unit }) => unit === undefined),
      notes: notes.filter(({ unit }) => unit === undefined),
    };
    expect(packOf()).toEqual(packOf(undefined, without));
    expect(said(packOf())).toContain("本部门无涉密项目。");
  });

  it("is the same from a workbook that does not have the columns of units yet", () => {
    const columns = new Set(["budget_unit", "单位", "预算单位", "当年整体绩效目标"]);
    const old = budgetToSheets(SAMPLE_BUDGET, "titles").map((sheet) => {
      if (!["预算单位", "绩效指标", "公开说明"].includes(sheet.name)) return sheet;
      const last = (sheet.rows[0]?.length ?? 0) - 1;
      expect(columns).toContain(sheet.rows[0]?.[last]?.text);
      return { ...sheet, rows: sheet.rows.map((row) => row.slice(0, last)) };
    });
    const { budget: read, findings } = readBudget(old, { weights: profile.weights });
    expect(findings).toEqual([]);
    expect(packOf(undefined, read)).toEqual(packOf(undefined, SAMPLE_BUDGET));
  });
});
