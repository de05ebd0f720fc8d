import { expect, it } from "vitest";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import type { PerformanceYear } from "../budget/year.ts";
import type { Profile } from "../profile/profile.ts";
import { findProfile } from "../profile/profiles.ts";
import { monitor, roundsOf } from "./monitor.ts";
import { SAMPLE_YEAR } from "./testing/sample-year.ts";

const profile = findProfile("chongqing-district") as Profile;
const unsaid: PerformanceYear = { ...SAMPLE_YEAR, progress: [] };

function monitored(date: string) {
  const { isRound, scopes } = monitor(SAMPLE_BUDGET, unsaid, profile, date);
  const lit = scopes.flatMap((scope) => [scope, ...scope.indicators]);
  return {
    isRound,
    lights: new Set(lit.map(({ reading }) => reading.light)),
    missing: lit.flatMap(({ missing }) => missing),
  };
}

it("answers are demanded on the place's rounds, and on no other day, whose lights are shown all the same", () => {
  const [first = "", ...later] = roundsOf(SAMPLE_BUDGET, profile);
  for (const round of [first, ...later]) {
    expect(monitored(round).isRound).toBe(true);
    expect(monitored(round).missing).toContain("reason");
  }
  const between = monitored("2023-08-31");
  expect(between.isRound).toBe(false);
  expect(between.missing).toEqual([]);
  expect(between.lights).toContain("red");
});
