import { describe, expect, it } from "vitest";
import type { Budget } from "../budget/budget.ts";
import { SAMPLE_BUDGET } from "../budget/testing/sample-budget.ts";
import { compose } from "../compose/compose.ts";
import { disclose } from "../disclosure/disclose.ts";
import { fen } from "../money/fen.ts";
import type { Profile } from "../profile/profile.ts";
import { PROFILES } from "../profile/profiles.ts";
import { textOf } from "./derive.ts";

const [unit] = SAMPLE_BUDGET.units;
const PRIOR = {
  year: SAMPLE_BUDGET.department.year - 1,
  fund: "general-public",
  functional: "2013601",
  kind: "basic",
  amount: fen(5_000_000),
} as const;

const published = (change: Partial<Budget>, profile: Profile) => {
  const disclosure = disclose({ ...SAMPLE_BUDGET, reasons: [], ...change }, profile, unit?.id);
  return { disclosure, text: disclosure.sections.map(textOf).join("\n") };
};

describe.each(PROFILES)("a unit of which only the department's past is known, in $id", (profile) => {
  const { disclosure, text } = published(
    {
      priorLines: [PRIOR],
      priorItems: [{ year: PRIOR.year, item: "three-public/reception", amount: fen(100_000) }],
      assets: [{ item: "vehicle/service", held: 2, planned: 0 }],
    },
    profile,
  );

  it("is compared with nothing, in sentences, tables and charts", () => {
    expect(text).not.toMatch(/增加|减少|持平|主要原因|，[，。；]|。。|，其中：。/u);
    const facts = [...disclosure.facts.values()];
    expect(facts.filter(({ quantity }) => quantity.kind === "change" || quantity.kind === "growth")).toEqual(
      [],
    );
    for (const block of compose(disclosure).blocks) {
      if (block.type === "chart") expect(block.series).toHaveLength(1);
    }
  });

  it("needs no reason for changes that are not known", () => {
    expect(disclosure.findings.filter(({ rule }) => rule === "narrative/reason-required")).toEqual([]);
  });

  it("claims no vehicles, neither any nor none", () => {
    expect(text).not.toMatch(/车辆\d/u);
    expect(text).toContain("国有资产占有使用情况随部门预算一并说明");
  });
});

it("a unit without a past beside units with one is new: its budget grows from nothing", () => {
  const { text } = published(
    { priorLines: [{ ...PRIOR, unit: SAMPLE_BUDGET.units[1]?.id ?? "" }], priorItems: [] },
    PROFILES[0] as Profile,
  );
  expect(text).toMatch(/增加\d/u);
});
