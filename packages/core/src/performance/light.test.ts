import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OperatorId } from "../budget/terms.ts";
import type { IndicatorKindId } from "../budget/year-terms.ts";
import { demandOf, executionLight, indicatorLight, type Light, type Observed } from "./light.ts";
import { ratio } from "./ratio.ts";
import { statedValue } from "./value.ts";

const THRESHOLDS = {
  execution: { red: 60, green: 80 },
  indicator: { red: 60, green: 80, blue: 120 },
} as const;

interface Case {
  readonly kind: IndicatorKindId;
  readonly operator: OperatorId;
  readonly target: string;
  readonly actual: string;
  readonly unit?: string;
  readonly month?: number;
}

function observed({ kind, operator, target, actual, unit = "人次", month = 7 }: Case): Observed {
  const [aim, is] = [statedValue(target, unit), statedValue(actual, unit)];
  if (aim === undefined || is === undefined) throw new Error(`${target} ${actual}`);
  return { kind, operator, measureUnit: unit, target: aim, actual: is, month };
}

const light = (of: Case) => indicatorLight(observed(of), THRESHOLDS).light;
const quantity = { kind: "output/quantity", operator: "≥", target: "1200" } as const;

describe("the light of an indicator", () => {
  // By the end of July 700 of 1200 are due; 60 % of them are 420, 80 % are 560, 120 % are 840.
  it.each([
    ["419", "red"],
    ["420", "yellow"],
    ["559", "yellow"],
    ["560", "green"],
    ["839", "green"],
    ["840", "blue"],
    ["0", "red"],
  ] as const)("holds %s of 1200 at the end of July to be %s (M02)", (actual, expected) => {
    expect(light({ ...quantity, actual })).toBe(expected);
  });

  it("holds a share against the whole target, not against seven twelfths of it", () => {
    const satisfaction = { kind: "satisfaction", operator: "≥", target: "95", unit: "%" } as const;
    expect(light({ ...satisfaction, actual: "96" })).toBe("green");
    expect(light({ ...satisfaction, actual: "60" })).toBe("yellow");
    expect(light({ ...satisfaction, actual: "56" })).toBe("red");
  });

  it.each([
    ["output/cost", "≤", "50", "50", "green"],
    ["output/cost", "≤", "50", "51", "red"],
    ["output/quality", "≥", "98", "97.9", "red"],
    ["output/timeliness", "=", "100", "100", "green"],
    ["output/quantity", "=", "0", "0", "green"],
    ["output/quantity", "=", "0", "1", "red"],
    ["output/quantity", "≤", "20", "25", "red"],
  ] as const)("decides %s %s %s by range: %s is %s (M03)", (kind, operator, target, actual, expected) => {
    expect(light({ kind, operator, target, actual })).toBe(expected);
  });

  it.each([
    ["reached", "green"],
    ["partly", "yellow"],
    ["missed", "red"],
    [undefined, "none"],
  ] as const)("of a qualitative target %s is %s", (achievement, expected) => {
    const of: Observed = {
      kind: "output/timeliness",
      operator: "定性",
      measureUnit: "",
      month: 7,
      ...(achievement === undefined ? {} : { achievement }),
    };
    expect(indicatorLight(of, THRESHOLDS).light).toBe(expected);
  });

  it("is none, never green, where nothing was reported", () => {
    const { actual: _, ...unreported } = observed({ ...quantity, actual: "1" });
    expect(indicatorLight(unreported, THRESHOLDS).light).toBe("none");
  });

  it("never gets worse when more is done of what is to grow", () => {
    const order: readonly Light[] = ["red", "yellow", "green", "blue"];
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.integer({ min: 1, max: 12 }), (a, b, month) => {
        const at = (actual: number) => order.indexOf(light({ ...quantity, actual: String(actual), month }));
        return at(Math.min(a, b)) <= at(Math.max(a, b));
      }),
    );
  });

  it("is the same for the same value in another unit", () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.integer({ min: 1, max: 12 }), (actual, month) => {
        const written = { ...quantity, target: "2", unit: "万人次", month };
        const inPeople = { ...quantity, target: "20000", actual: String(actual), month };
        return light(inPeople) === light({ ...written, actual: `${actual}人次` });
      }),
    );
  });
});

describe("the light of execution", () => {
  const at = (executed: bigint, adjusted: bigint, month: number) =>
    executionLight({ executed, adjusted, month }, THRESHOLDS).light;

  // By the end of June half is due: 60 % of that are 30 of 100, 80 % are 40.
  it.each([
    [29n, "red"],
    [30n, "yellow"],
    [39n, "yellow"],
    [40n, "green"],
    [100n, "green"],
  ] as const)("holds %s of 100 at the end of June to be %s (M01)", (executed, expected) => {
    expect(at(executed, 100n, 6)).toBe(expected);
  });

  it("divides by no budget of nothing", () => {
    expect(at(0n, 0n, 7)).toBe("none");
    expect(at(1n, 0n, 7)).toBe("red");
  });
});

it.each([
  ["red", 50n, "≥", "answer"],
  ["yellow", 50n, "≥", "answer"],
  ["green", 100n, "=", "nothing"],
  ["green", 150n, "=", "reason"],
  ["blue", 150n, "≥", "reason"],
  ["green", 110n, "≥", "nothing"],
  ["none", 0n, "≥", "nothing"],
] as const)("%s at %s %% of %s demands %s (M04, M05)", (shown, percent, operator, expected) => {
  expect(demandOf({ light: shown, completion: ratio(percent, 100n) }, operator)).toBe(expected);
});
