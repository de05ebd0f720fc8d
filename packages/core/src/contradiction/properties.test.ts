import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Certificate, verifyCertificate } from "./certificate.ts";
import { findContradictions } from "./contradictions.ts";
import { certificateOf, partOf, solve } from "./minimal.ts";
import { compare, NIL, plus, times, whole } from "./rational.ts";
import { Simplex } from "./simplex.ts";
import type { System } from "./system.ts";
import { arbitraryTable, NOWHERE, replant } from "./testing/printed.ts";

const RUNS = { numRuns: 60 };
/** 10^-12 yuan in a fen. */
const FINE_PER_FEN = 10n ** 10n;

/** A table with one figure moved by at least three printed units. */
const arbitraryFault = arbitraryTable.chain((table) =>
  fc.record({
    table: fc.constant(table),
    id: fc.constantFrom(...table.truth.keys()),
    by: fc.bigInt({ min: -5000n, max: 5000n }).filter((by) => by > 5n || by < -5n),
  }),
);

describe("figures that were rounded one by one", () => {
  it("are never called contradictory", () => {
    fc.assert(
      fc.property(arbitraryTable, ({ stated }) => {
        const { found, undecided } = findContradictions(stated, NOWHERE);
        expect({ found, undecided }).toEqual({ found: [], undecided: 0 });
      }),
      RUNS,
    );
  });
});

describe("a wrong figure", () => {
  it("is in every contradiction, with a certificate that holds and its true value in the range", () => {
    fc.assert(
      fc.property(arbitraryFault, ({ table, id, by }) => {
        const { found, undecided } = findContradictions(replant(table.stated, id, by), NOWHERE);
        expect(undecided).toBe(0);
        for (const { set, certificate, sum, gap, corrections } of found) {
          expect(verifyCertificate(set, certificate)).toBe(true);
          expect(gap > 0n).toBe(true);
          expect(sum.map(({ variable }) => set.variables[variable]?.figure.id)).toContain(id);
          const own = corrections.find(({ figure }) => figure.id === id);
          const truth = (table.truth.get(id) ?? 0n) * FINE_PER_FEN;
          expect(own?.low !== undefined && own.low <= truth).toBe(true);
          expect(own?.high !== undefined && truth <= own.high).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("gives sets of which nothing can be left out", () => {
    fc.assert(
      fc.property(arbitraryFault, ({ table, id, by }) => {
        for (const { set } of findContradictions(replant(table.stated, id, by), NOWHERE).found) {
          const all = [...set.identities.keys()];
          expect(solve(partOf(set, all), new Set())?.feasible).toBe(false);
          for (const left of all) {
            const others = all.filter((identity) => identity !== left);
            expect(solve(partOf(set, others), new Set())?.feasible).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it("is found the same way again", () => {
    fc.assert(
      fc.property(arbitraryFault, ({ table, id, by }) => {
        const stated = replant(table.stated, id, by);
        expect(findContradictions(stated, NOWHERE)).toEqual(findContradictions(stated, NOWHERE));
      }),
      { numRuns: 15 },
    );
  });
});

describe("a certificate that was tampered with", () => {
  it("is rejected where it no longer proves anything", () => {
    fc.assert(
      fc.property(arbitraryFault, ({ table, id, by }) => {
        for (const { set, certificate } of findContradictions(replant(table.stated, id, by), NOWHERE).found) {
          for (const index of certificate.multipliers.keys())
            expect(verifyCertificate(set, without(certificate, index))).toBe(false);
          expect(verifyCertificate(set, { multipliers: [{ identity: 99, multiplier: 1n }] })).toBe(false);
          expect(verifyCertificate(set, { multipliers: [] })).toBe(false);
          const wide = set.variables.map((one) => ({
            ...one,
            low: one.low - by * by * 10n ** 18n,
            high: one.high + by * by * 10n ** 18n,
          }));
          expect(verifyCertificate({ ...set, variables: wide }, certificate)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

/** Any identities over a few figures with small bounds. */
const arbitrarySystem: fc.Arbitrary<System> = fc
  .record({
    bounds: fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 2,
      maxLength: 6,
    }),
    rows: fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
  .map(({ bounds, rows }) => ({
    variables: bounds.map(([printed, half], index) => ({
      figure: {
        id: String(index),
        text: String(printed),
        figure: { unit: "count", decimals: 0, scaled: BigInt(printed) },
      },
      printed: BigInt(printed),
      low: BigInt(printed - half),
      high: BigInt(printed + half),
    })),
    identities: rows.map((row) => ({
      rule: "test",
      terms: bounds.flatMap((_, variable) => {
        const coefficient = BigInt(row[variable] ?? 0);
        return coefficient === 0n ? [] : [{ variable, coefficient }];
      }),
    })),
  }));

describe("the exact simplex method", () => {
  it("shows values that satisfy everything, or a proof that there are none", () => {
    fc.assert(
      fc.property(arbitrarySystem, (system) => {
        const simplex = new Simplex(system.variables, system.identities);
        const verdict = simplex.solve();
        if (verdict === undefined) throw new Error("undecided");
        if (!verdict.feasible) {
          expect(verifyCertificate(system, certificateOf(verdict.conflict))).toBe(true);
          return;
        }
        const { point } = simplex;
        for (const [index, { low, high }] of system.variables.entries()) {
          const value = point[index] ?? NIL;
          expect(compare(value, whole(low)) >= 0n && compare(value, whole(high)) <= 0n).toBe(true);
        }
        for (const { terms } of system.identities) {
          const sum = terms.reduce(
            (all, { variable, coefficient }) => plus(all, times(whole(coefficient), point[variable] ?? NIL)),
            NIL,
          );
          expect(sum).toEqual(NIL);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function without({ multipliers }: Certificate, index: number): Certificate {
  return { multipliers: multipliers.filter((_, other) => other !== index) };
}
