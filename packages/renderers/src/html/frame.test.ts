import { expect, it } from "vitest";
import { sampleDocument, sampleInspection } from "../testing/sample.ts";
import { renderFrame } from "./frame.ts";

it("a page for a frame carries no script and says which fact each figure is", () => {
  const inspection = sampleInspection();
  const { html, refs } = renderFrame(sampleDocument(), inspection);
  expect(html).not.toMatch(/<script|\son\w+=/i);
  const named = [...html.matchAll(/data-figure="(\d+)"/g)].map((match) => refs[Number(match[1])] ?? "");
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((ref) => inspection.figures[ref] === undefined)).toEqual([]);
});
