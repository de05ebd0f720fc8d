import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBudget } from "../budget/read/read-budget.ts";
import { OPERATORS } from "../budget/terms.ts";
import { sampleWorkbook } from "../budget/testing/edit.ts";
import { boundGoal, goalSentence, unboundPlaceholders } from "./goal.ts";

const ACTIVITIES = { name: "组织活动类型", operator: "≥", target: "10", measureUnit: "类" } as const;
const ACCURACY = { name: "活动经费发放准确率", operator: "=", target: "100", measureUnit: "%" } as const;
const FILING = {
  name: "“三公”经费调剂备案及时率",
  operator: "定性",
  target: "及时",
  measureUnit: "",
} as const;
const ALL = [ACTIVITIES, ACCURACY, FILING];

describe("a goal bound to its indicators", () => {
  it.each([
    ["{组织活动类型}，做好服务。", "组织活动类型≥10类，做好服务。"],
    ["活动经费发放准确率达到{活动经费发放准确率:值}", "活动经费发放准确率达到100%"],
    ["各类活动{组织活动类型：值}", "各类活动≥10类"],
    ["｛组织 活动类型｝", "组织活动类型≥10类"],
    ["{“三公”经费调剂备案及时率}", "“三公”经费调剂备案及时率：及时"],
    ["没有引用的文字。", "没有引用的文字。"],
    ["", "组织活动类型≥10类，活动经费发放准确率=100%，“三公”经费调剂备案及时率：及时。"],
  ])("%s is printed as %s", (text, printed) => {
    expect(boundGoal(text, ALL)).toBe(printed);
  });

  it("changes with its indicator", () => {
    expect(boundGoal("{组织活动类型}。", [{ ...ACTIVITIES, target: "12" }])).toBe("组织活动类型≥12类。");
  });

  it("does not write a unit twice that the target has already", () => {
    expect(goalSentence([{ ...ACCURACY, target: "100%" }])).toBe("活动经费发放准确率=100%。");
  });

  it("keeps a placeholder that names no indicator, for reading to report it", () => {
    expect(boundGoal("{组织活动场次}。", ALL)).toBe("{组织活动场次}。");
    expect(unboundPlaceholders("{组织活动场次}，{组织活动类型:值}", ALL)).toEqual(["组织活动场次"]);
  });
});

/** The sample's project with an indicator of this kind and a goal text. */
function goalFaults(
  goal: string,
  { operator, target, unit }: { operator: string; target: string; unit: string },
) {
  const { findings } = readBudget(
    sampleWorkbook({
      "项目 G2": goal,
      "绩效指标 E3": operator,
      "绩效指标 F3": target,
      "绩效指标 D3": unit,
    }),
  );
  return findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("ledger/goal-"));
}

describe("text that is bound cannot contradict its indicator", () => {
  const stated = fc.record({
    operator: fc.constantFrom(...OPERATORS.map(({ id }) => id).filter((id) => id !== "定性")),
    target: fc.oneof(
      fc.integer({ min: 0, max: 100_000 }).map(String),
      fc.integer({ min: 0, max: 999 }).map((tenths) => (tenths / 10).toFixed(1)),
    ),
    unit: fc.constantFrom("人", "人次", "%", "‰", "万元", "场次", "平方公里", "万人次"),
  });
  const text = fc.constantFrom(
    "{数字化档案数量}，{查阅满意度}。",
    "全年数字化档案数量达到{数字化档案数量:值}；做好服务。",
    "确保{数字化档案数量}",
    "",
  );

  it("whatever the target (as S4 and S5 of the fixture's published pack do)", () => {
    fc.assert(
      fc.property(text, stated, (goal, indicator) => {
        expect(goalFaults(goal, indicator)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("while typed text is still held against it", () => {
    const indicator = { operator: "≥", target: "20", unit: "人" };
    expect(goalFaults("数字化档案数量≤60人，{查阅满意度}。", indicator)).toEqual([
      "ledger/goal-contradicts-indicator",
    ]);
  });
});
