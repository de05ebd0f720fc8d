import type { LinearProgram, Solver } from "../../solver/solver.ts";

/** Tries all values of a small programme of whole variables: slow and certain. */
export const solveExhaustively: Solver = (program) => {
  let best: { values: number[]; cost: number } | undefined;
  for (const values of assignments(program)) {
    if (!isPossible(program, values)) continue;
    const cost = program.variables.reduce(
      (sum, variable, index) => sum + (variable.cost ?? 0) * (values[index] ?? 0),
      0,
    );
    if (best === undefined || cost < best.cost) best = { values, cost };
  }
  return best === undefined ? { status: "infeasible" } : { status: "optimal", values: best.values };
};

function* assignments({ variables }: LinearProgram, chosen: number[] = []): Generator<number[]> {
  const variable = variables[chosen.length];
  if (variable === undefined) {
    yield chosen;
    return;
  }
  for (let value = variable.lower; value <= variable.upper; value++) {
    yield* assignments({ variables, rows: [] }, [...chosen, value]);
  }
}

function isPossible({ rows }: LinearProgram, values: readonly number[]): boolean {
  return rows.every(({ terms, lower, upper }) => {
    const sum = terms.reduce(
      (total, { variable, coefficient }) => total + coefficient * (values[variable] ?? 0),
      0,
    );
    return sum >= lower && sum <= upper;
  });
}
