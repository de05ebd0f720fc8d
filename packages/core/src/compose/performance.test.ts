import { describe, expect, it } from "vitest";
import type { Budget } from "../budget/budget.ts";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import { disclose } from "../disclosure/disclose.ts";
import { goalSentence } from "../performance/goal.ts";
import type { Profile } from "../profile/profile.ts";
import { findProfile } from "../profile/profiles.ts";
import { recognise } from "../recognise/recognise.ts";
import { compose } from "./compose.ts";

const flat = findProfile("chongqing-district") as Profile;
const tree: Profile = { ...flat, performance: { ...flat.performance, form: "tree" } };

function formsOf(profile: Profile, budget: Budget = SAMPLE_BUDGET) {
  return recognise([{ name: "示例.pdf", document: compose(disclose(budget, profile)) }]).performance;
}

function gridOf(profile: Profile, caption: RegExp) {
  const grids = compose(disclose(SAMPLE_BUDGET, profile)).blocks.filter((block) => block.type === "grid");
  return grids.find((grid) => caption.test(grid.caption));
}

describe("the forms of targets", () => {
  it("print the levels of the tree where the profile says so, and are read back with them", () => {
    const project = formsOf(tree).find(({ kind }) => kind === "project");
    expect(
      project?.indicators.map(({ level1, level2, name, operator, target }) => [
        level1,
        level2,
        name,
        operator,
        target,
      ]),
    ).toEqual([
      ["产出指标", "数量指标*", "数字化档案数量", "≥", "2000"],
      ["满意度指标", "服务对象满意度指标*", "查阅满意度", "≥", "95"],
    ]);
    expect(gridOf(tree, /重点/u)?.below.join("")).toContain("推定");
  });

  it("print names only where the profile is flat", () => {
    const project = formsOf(flat).find(({ kind }) => kind === "project");
    expect(project?.indicators.map(({ level1, name }) => [level1, name])).toEqual([
      [undefined, "数字化档案数量"],
      [undefined, "查阅满意度"],
    ]);
    expect(gridOf(flat, /重点/u)?.below).toEqual([]);
  });

  it("print the goal with the figures of the indicators, and generate it where nothing was written", () => {
    const withGoal = (goal: string): Budget => ({
      ...SAMPLE_BUDGET,
      projects: SAMPLE_BUDGET.projects.map((project) => ({ ...project, goal })),
    });
    const printed = (goal: string) =>
      formsOf(flat, withGoal(goal)).find(({ kind }) => kind === "project")?.goal?.text;
    expect(printed("做好服务，{数字化档案数量}。")).toBe("做好服务，数字化档案数量≥2000卷。");
    expect(printed("")).toBe(goalSentence(SAMPLE_BUDGET.indicators.slice(1)));
  });
});
