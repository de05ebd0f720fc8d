import fc from "fast-check";
import { expect, test } from "vitest";
import { OutlineDepth } from "./outline-depth.ts";

test("the first heading is at depth 1 and no depth is ever left out, captions included", () => {
  const steps = fc.array(fc.constantFrom(1, 2, 3, "caption" as const), { minLength: 1 });
  fc.assert(
    fc.property(steps, (headings) => {
      const depth = new OutlineDepth();
      const depths = headings.map((level) =>
        level === "caption" ? depth.ofCaption() : depth.ofHeading(level),
      );
      expect(depths[0]).toBe(1);
      for (const [index, value] of depths.entries()) {
        expect(value).toBeLessThanOrEqual((depths[index - 1] ?? 0) + 1);
      }
    }),
  );
});

test("headings of one level under one parent are at one depth", () => {
  const depth = new OutlineDepth();
  expect([1, 3, 3, 2, 3, 1].map((level) => depth.ofHeading(level))).toEqual([1, 2, 2, 2, 3, 1]);
});
