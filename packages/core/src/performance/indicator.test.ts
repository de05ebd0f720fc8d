import { expect, it } from "vitest";
import { directionOf, kindOf } from "./indicator.ts";

// Names, units and kinds as packs that print them have them.
it.each([
  ["走访慰问老干部人次", "人次", "≥", "output/quantity"],
  ["老干部活动中心运行天数", "天", "≥", "output/quantity"],
  ["验收合格率", "%", "=", "output/quality"],
  ["系统正常运行率", "%", "≥", "output/quality"],
  ["年度故障次数", "次", "≤", "output/quality"],
  ["故障应急响应时间", "分钟", "≤", "output/timeliness"],
  ["资金拨付及时率", "%", "=", "output/timeliness"],
  ["项目总成本", "万元", "≤", "output/cost"],
  ["成本控制率", "%", "≤", "output/cost"],
  ["新增税收", "万元", "≥", "outcome/economic"],
  ["政策知晓率", "%", "≥", "outcome/social"],
  ["预计使用年限", "年", "≥", "outcome/sustained"],
  ["服务对象满意度", "%", "≥", "satisfaction"],
] as const)("infers %s (%s, %s) to be %s", (name, measureUnit, operator, kind) => {
  expect(kindOf({ name, measureUnit, operator })).toEqual({ kind, inferred: true });
});

it("takes the kind that was entered, whatever the name says", () => {
  const entered = {
    name: "满意度调查次数",
    measureUnit: "次",
    operator: "≥",
    kind: "output/quantity",
  } as const;
  expect(kindOf(entered)).toEqual({ kind: "output/quantity", inferred: false });
});

it("takes the direction from the operator unless one was entered", () => {
  expect(directionOf({ operator: "≤" })).toBe("less");
  expect(directionOf({ operator: "=" })).toBe("more");
  expect(directionOf({ operator: "=", direction: "less" })).toBe("less");
});
