import { expect, test } from "vitest";
import { fitTitle } from "./fit-title.ts";

const advance = () => 1;
const space = { sizes: [18, 16], width: 440 };

test("a title takes the larger size where it stands on one line, else the smaller", () => {
  expect(fitTitle("预".repeat(24), advance, space)).toEqual({ size: 18, width: 440 });
  expect(fitTitle("预".repeat(27), advance, space)).toEqual({ size: 16, width: 440 });
});

test("a title of several lines is set narrower, so that its last line is no stray character", () => {
  const { size, width } = fitTitle("预".repeat(28), advance, space);
  expect(size).toBe(16);
  expect(28 - Math.floor(width / size)).toBeGreaterThanOrEqual(12);
});
