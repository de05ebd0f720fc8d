import { describe, expect, it } from "vitest";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import type { PerformanceYear } from "../budget/year.ts";
import type { Profile } from "../profile/profile.ts";
import { findProfile } from "../profile/profiles.ts";
import { composeEvaluation } from "./compose/evaluation.ts";
import { evaluate } from "./evaluate.ts";
import { SAMPLE_YEAR } from "./testing/sample-year.ts";

const profile = findProfile("chongqing-district") as Profile;
const PROJECT = SAMPLE_BUDGET.projects[0]?.name ?? "";
const [SUPPLEMENT] = SAMPLE_YEAR.adjustments.filter(({ document }) => document === "追1号");
const [CHANGE] = SAMPLE_YEAR.targetChanges;
const unanswered: PerformanceYear = { ...SAMPLE_YEAR, targetChanges: [] };

function unexplainedIn(year: PerformanceYear) {
  return evaluate(SAMPLE_BUDGET, year, profile)
    .forms.flatMap(({ concerns }) => concerns)
    .filter(({ kind }) => kind === "unexplained-adjustment")
    .map(({ text }) => text);
}

describe("an adjustment in the year", () => {
  it("of a project's budget is a concern where its targets neither follow nor are said to stay", () => {
    // 调1号 moves money within the project and asks for nothing.
    expect(unexplainedIn(unanswered)).toEqual(["预算已由“追1号”调整，绩效目标没有随之调整，也未说明。"]);
    expect(unexplainedIn({ ...unanswered, adjustments: [] })).toEqual([]);
  });

  it("is explained by a change of the project's targets, also one that leaves them, or in the self-evaluation", () => {
    expect(unexplainedIn(SAMPLE_YEAR)).toEqual([]);
    const stays = { document: "追1号", date: "2023-07-01", project: PROJECT, reason: "只增加单价。" };
    expect(unexplainedIn({ ...SAMPLE_YEAR, targetChanges: [stays] })).toEqual([]);
    const said = { project: PROJECT, reason: "追加用于提高扫描质量。" };
    expect(unexplainedIn({ ...unanswered, evaluations: [said] })).toEqual([]);
  });

  it("is not explained by a change before it, or of another project", () => {
    if (CHANGE === undefined || SUPPLEMENT === undefined) throw new Error("the sample has no change");
    const { project: _, ...whole } = CHANGE;
    for (const change of [{ ...CHANGE, date: "2023-05-01" }, whole])
      expect(unexplainedIn({ ...SAMPLE_YEAR, targetChanges: [change] })).toHaveLength(1);
  });

  it("of a target is explained in the form, with what it was", () => {
    const grids = composeEvaluation(evaluate(SAMPLE_BUDGET, SAMPLE_YEAR, profile), {
      budget: SAMPLE_BUDGET,
      profile,
    }).blocks.flatMap((block) => (block.type === "grid" ? block.rows : []));
    const row = grids.find((cells) => cells.some(({ text }) => text === "≥2400卷"));
    expect(row?.at(-1)?.text).toBe(
      "年中由≥2000卷调整为≥2400卷：追加扫描任务。\n设备停用两月。\n改进措施：年初即采购。",
    );
  });
});
