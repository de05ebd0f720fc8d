import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  compose,
  type Document,
  disclose,
  findProfile,
  hasError,
  printedFigures,
  readBudget,
} from "@mingzhang/core";
import { readLedger } from "@mingzhang/readers";
import { beforeAll, describe, expect, it } from "vitest";
import { entriesOf } from "../apps/cli/src/load.ts";

const folder = fileURLToPath(new URL("../fixtures/wansheng-2023/", import.meta.url));

/** The founding case: what was published is what is built, but for the errors that the pack was published with. */
describe("the fixture of Wansheng 2023", () => {
  let figures: string[];
  let document: Document;

  beforeAll(async () => {
    const profile = findProfile("chongqing-district");
    const { sheets, findings } = await readLedger(await entriesOf(folder));
    const { budget, findings: faults } = readBudget(
      sheets,
      profile === undefined ? {} : { weights: profile.weights },
    );
    if (budget === undefined || profile === undefined)
      throw new Error(JSON.stringify([...findings, ...faults]));
    const disclosure = disclose(budget, profile);
    expect(hasError(disclosure.findings)).toBe(false);
    figures = printedFigures(disclosure).map(({ table, row, name, column, printed }) =>
      [table, row, name, column, printed].join(","),
    );
    document = compose(disclosure);
  });

  it("prints every figure of the published tables, and a mark where #DIV/0! was published", () => {
    const published = readFileSync(`${folder}expected/printed-figures.csv`, "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1);
    expect(published).toHaveLength(316);
    const broken = published.filter((line) => line.endsWith("#DIV/0!"));
    expect(broken).toHaveLength(2);
    const expected = published.map((line) => line.replace("#DIV/0!", "—"));
    expect(figures.toSorted()).toEqual(expected.toSorted());
  });

  it("prints every figure of the published narrative in its order, but for the vehicles, which become their sum", () => {
    const published = figuresIn(publishedNarrative());
    const total = published.indexOf("0辆");
    expect(published[total]).toBe("0辆");
    const expected = published.with(total, "2辆");
    expect(expected.length).toBeGreaterThan(60);
    expect(figuresIn(narrativeOf(document))).toEqual(expected);
  });
});

/** Sections two to five of the published text: where the figures are. */
function publishedNarrative(): string {
  const text = readFileSync(`${folder}expected/published.txt`, "utf8").replace(/\s+/g, "");
  return text.slice(text.indexOf("二、部门收支总体情况"), text.indexOf("六、专业性名词解释"));
}

function narrativeOf({ blocks }: Document): string {
  const texts = blocks.map((block) => {
    if (block.type === "heading") return block.text;
    return block.type === "paragraph" ? block.children.map((inline) => inline.text).join("") : "";
  });
  const text = texts.join("");
  return text.slice(text.indexOf("二、部门收支总体情况"), text.indexOf("六、专业性名词解释"));
}

/** Figures with their units, in order; thresholds of equipment (50万元以上) are words, not figures. */
function figuresIn(text: string): string[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)(万元|辆|台|个)(?!以上)/g)].map(
    (match) => `${match[1]}${match[2]}`,
  );
}
