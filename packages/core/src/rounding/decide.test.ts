import { describe, expect, it } from "vitest";
import type { Fact } from "../fact/fact.ts";
import { decide } from "./decide.ts";
import { type BodyFact, type IdentityClass, RoundingSystem, type SignedFact } from "./system.ts";
import { solveExhaustively } from "./testing/exhaustive.ts";

/** Facts of 万元 with two decimals, by their exact amounts in yuan; equal amounts under one name are one figure. */
class Sample {
  readonly system = new RoundingSystem();
  private readonly facts = new Map<string, Fact>();

  constructor(yuan: Readonly<Record<string, number>>) {
    for (const [id, amount] of Object.entries(yuan)) {
      const exact = BigInt(Math.round(amount * 100));
      const measure = { body: "department", year: 2023, project: id };
      const format = { unit: "wan-yuan", decimals: 2, percentDecimals: 0 } as const;
      const fact: Fact = {
        id,
        quantity: { kind: "amount", measure },
        format,
        exact,
        mark: BigInt(this.facts.size + 1) * 1_000_003n,
        stated: true,
      };
      this.facts.set(id, fact);
      this.system.add("department", fact, true, undefined);
    }
    for (const figure of this.system.figures) if (figure.rest === 0n) figure.pinned = figure.floor;
  }

  sum(total: string, parts: readonly string[], type: IdentityClass = "rows"): this {
    this.system.sum(
      type,
      this.of(total),
      parts.map((part): SignedFact => ({ ...this.of(part), sign: 1 })),
    );
    return this;
  }

  /** The printed figures in 0.01 万元, and the totals of what does not hold. */
  decided() {
    const { values, unmet, limited } = decide(this.system, solveExhaustively);
    const printed = Object.fromEntries(
      [...this.facts.keys()].map((id, index) => [id, Number(values[index])]),
    );
    return { printed, unmet: unmet.map(({ total }) => total.fact.id), limited };
  }

  private of(id: string): BodyFact {
    const fact = this.facts.get(id);
    if (fact === undefined) throw new Error(id);
    return { body: "department", fact };
  }
}

describe("deciding figures", () => {
  it("leaves conventional rounding alone where the sums hold with it", () => {
    const sample = new Sample({ total: 30_099, a: 10_049, b: 20_050 }).sum("total", ["a", "b"]);
    expect(sample.decided()).toEqual({
      printed: { total: 301, a: 100, b: 201 },
      unmet: [],
      limited: false,
    });
  });

  it("rounds up the part that lies nearest to it where the parts miss their total by 0.01", () => {
    // 1.0040 + 1.0044 + 1.0046 = 3.0130: conventionally 1.00 + 1.00 + 1.00 beside 3.01.
    const sample = new Sample({ total: 30_130, a: 10_040, b: 10_044, c: 10_046 }).sum("total", [
      "a",
      "b",
      "c",
    ]);
    expect(sample.decided().printed).toEqual({ total: 301, a: 100, b: 100, c: 101 });
  });

  it("prefers to change the total where that is one figure and the parts would be two", () => {
    // 1.0050 ×2 + 1.0049: conventionally 1.01 + 1.01 + 1.00 = 3.02 beside 3.01.
    const sample = new Sample({ total: 30_149, a: 10_050, b: 10_050, c: 10_049 }).sum("total", [
      "a",
      "b",
      "c",
    ]);
    const { printed, unmet } = sample.decided();
    expect(unmet).toEqual([]);
    expect(Number(printed.a) + Number(printed.b) + Number(printed.c)).toBe(printed.total);
    const changed = [printed.total !== 301, printed.a !== 101, printed.b !== 101, printed.c !== 100];
    expect(changed.filter(Boolean)).toHaveLength(1);
  });

  it("keeps exact figures, and says which sum cannot hold with them", () => {
    // 0.01 = 0.0050 + 0.0050 holds by one of them; 0.02 = 0.0050 + 0.0050 + 0.01 pinned holds then as well.
    const sample = new Sample({ total: 200, a: 50, b: 50, exact: 100, half: 100 })
      .sum("total", ["a", "b", "exact"])
      .sum("half", ["a", "b"]);
    const { printed, unmet } = sample.decided();
    expect(unmet).toEqual([]);
    expect(printed).toMatchObject({ total: 2, exact: 1, half: 1 });
    expect(Number(printed.a) + Number(printed.b)).toBe(1);
  });

  it("gives up ties between tables before totals of a table, and says which", () => {
    // Three ways to add up halves: a + b, b + c and a + c are each 0.01, which no rounding of three halves gives.
    const sample = new Sample({ a: 50, b: 50, c: 50, ab: 100, bc: 100, ac: 100 })
      .sum("ab", ["a", "b"])
      .sum("bc", ["b", "c"], "columns")
      .sum("ac", ["a", "c"], "tie");
    const { printed, unmet } = sample.decided();
    expect(unmet).toEqual(["ac"]);
    expect(Number(printed.a) + Number(printed.b)).toBe(1);
    expect(Number(printed.b) + Number(printed.c)).toBe(1);
  });

  it("rounds a negative amount down or up by less than a unit as well", () => {
    // −1.0046 = 1.0030 − 2.0076.
    const sample = new Sample({ change: -10_046, now: 10_030, base: 20_076 });
    sample.system.sum("change", { body: "department", fact: factOf(sample, 0) }, [
      { body: "department", fact: factOf(sample, 1), sign: 1 },
      { body: "department", fact: factOf(sample, 2), sign: -1 },
    ]);
    const { printed, unmet } = sample.decided();
    expect(unmet).toEqual([]);
    expect(Number(printed.now) - Number(printed.base)).toBe(printed.change);
    expect([-101, -100]).toContain(printed.change);
  });
});

function factOf({ system }: Sample, index: number): Fact {
  const fact = system.figures[index]?.facts[0]?.fact;
  if (fact === undefined) throw new Error(String(index));
  return fact;
}
