import type { LinearProgram } from "@mingzhang/core";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSolver } from "./highs.ts";

let solve: Awaited<ReturnType<typeof loadSolver>>;

beforeAll(async () => {
  solve = await loadSolver();
});

describe("the solver", () => {
  it("finds whole values where halves would be cheaper", () => {
    // 2a + 2b = 2 with a − b as small as possible: a = 0, b = 1.
    const program: LinearProgram = {
      variables: [
        { lower: 0, upper: 1, cost: 1, integer: true },
        { lower: 0, upper: 1, cost: -1, integer: true },
      ],
      rows: [
        {
          terms: [
            { variable: 0, coefficient: 2 },
            { variable: 1, coefficient: 2 },
          ],
          lower: 2,
          upper: 2,
        },
      ],
    };
    const solution = solve(program);
    expect(solution.status).toBe("optimal");
    expect(solution.status === "optimal" && solution.values.map(Math.round)).toEqual([0, 1]);
  });

  it("gives a ray of multipliers that combine the rows to a contradiction", () => {
    // a + b = 1 and a + b = 4 with both in [0, 3].
    const row = (value: number) => ({
      terms: [
        { variable: 0, coefficient: 1 },
        { variable: 1, coefficient: 1 },
      ],
      lower: value,
      upper: value,
    });
    const solution = solve({
      variables: [
        { lower: 0, upper: 3 },
        { lower: 0, upper: 3 },
      ],
      rows: [row(1), row(4)],
    });
    expect(solution.status).toBe("infeasible");
    const [first = 0, second = 0] = (solution.status === "infeasible" && solution.ray) || [];
    expect(first + second).toBeCloseTo(0);
    expect(Math.abs(first + 4 * second)).toBeGreaterThan(0);
  });

  it("says of a programme without variables whether its rows can hold", () => {
    expect(solve({ variables: [], rows: [{ terms: [], lower: 0, upper: 0 }] }).status).toBe("optimal");
    expect(solve({ variables: [], rows: [{ terms: [], lower: 1, upper: 2 }] }).status).toBe("infeasible");
  });

  it("agrees with trying all values of small programmes", () => {
    const small = fc.integer({ min: -3, max: 3 });
    const rowOf = fc.record({ coefficients: fc.tuple(small, small, small), total: small });
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 3 }), fc.tuple(small, small, small), (rows, costs) => {
        const all = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
        const dot = (coefficients: readonly number[], values: readonly number[]) =>
          coefficients.reduce((sum, coefficient, index) => sum + coefficient * (values[index] ?? 0), 0);
        const possible = all.filter((values) =>
          rows.every(({ coefficients, total }) => dot(coefficients, values) === total),
        );
        const solution = solve({
          variables: costs.map((cost) => ({ lower: 0, upper: 2, cost, integer: true })),
          rows: rows.map(({ coefficients, total }) => ({
            terms: coefficients.map((coefficient, variable) => ({ variable, coefficient })),
            lower: total,
            upper: total,
          })),
        });
        if (possible.length === 0) expect(solution.status).toBe("infeasible");
        else {
          const best = Math.min(...possible.map((values) => dot(costs, values)));
          expect(solution.status === "optimal" && dot(costs, solution.values)).toBeCloseTo(best);
        }
      }),
      { numRuns: 60 },
    );
  });
});
