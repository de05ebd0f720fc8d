import { expect, it } from "vitest";
import { OPERATORS } from "../budget/terms.ts";
import { INDICATOR_KINDS } from "../budget/year-terms.ts";
import { LIBRARY, offeredIndicators } from "./library.ts";

it("holds known operators and kinds, a unit wherever a number is asked for, and no name twice in a type", () => {
  const faulty = LIBRARY.filter(
    ({ kind, operator, measureUnit }) =>
      !INDICATOR_KINDS.some(({ id }) => id === kind) ||
      !OPERATORS.some(({ id }) => id === operator) ||
      (operator === "定性") !== (measureUnit === ""),
  );
  expect(faulty).toEqual([]);
  expect(new Set(LIBRARY.map(({ type, name }) => `${type}/${name}`)).size).toBe(LIBRARY.length);
});

it("offers a training project what trainings are measured by, and nothing that it has already", () => {
  const offered = offeredIndicators("干部培训费", [{ name: "培训人次" }]).map(({ name }) => name);
  expect(offered).toContain("培训天数");
  expect(offered).toContain("群众满意度");
  expect(offered).not.toContain("培训人次");
});
