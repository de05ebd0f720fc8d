import { expect, it } from "vitest";
import { crosswalk, isSourced } from "./crosswalk.ts";

it("an administrative or civil-service unit spends under the organs' codes", () => {
  expect(crosswalk("30101", "administrative")).toEqual({ governmentEconomic: "50101", status: "sourced" });
  expect(crosswalk("30101", "civil-service")?.governmentEconomic).toBe("50101");
});

it("other institutions spend under the subsidies to institutions", () => {
  expect(crosswalk("30101", "public-welfare-1")?.governmentEconomic).toBe("50501");
  expect(crosswalk("31002", "public-welfare-2")?.governmentEconomic).toBe("50601");
});

it("performance pay exists in institutions only", () => {
  expect(crosswalk("30107", "administrative")).toBeUndefined();
  expect(crosswalk("30107", "public-welfare-1")?.governmentEconomic).toBe("50501");
});

it("a code without a pair has no counterpart", () => {
  expect(crosswalk("30198", "administrative")).toBeUndefined();
});

it("a remembered pair is not a source of errors, one that agrees with real packs is", () => {
  const pairs = ["30101", "30217", "30212", "31101"].map((code) => crosswalk(code, "administrative"));
  expect(pairs.map((pair) => pair && isSourced(pair))).toEqual([true, true, false, false]);
});
