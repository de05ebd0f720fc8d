import type { LinearProgram, Solution, SolveOptions, Solver } from "@mingzhang/core";
import highsModule, { type Highs, type Model } from "highs";

/** The ES module exports the loader itself; its types describe the CommonJS one. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

const INTEGER = 1;
const CONTINUOUS = 0;
const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNDECIDED = 9;

/**
 * Loads HiGHS. One thread and no clock: the same programme has the same solution on every machine. In a browser
 * give the bytes of `highs/runtime`.
 */
export async function loadSolver(wasm?: ArrayBuffer): Promise<Solver> {
  const highs = await loadHighs(wasm === undefined ? {} : { wasmBinary: wasm });
  return (program, options = {}) => solve(highs, program, options);
}

function solve(highs: Highs, program: LinearProgram, options: SolveOptions): Solution {
  if (program.variables.length === 0) return withoutVariables(program);
  return highs.withModel(modelOf(program), (model): Solution => {
    model.options.set({
      output_flag: false,
      mip_rel_gap: options.gap ?? 0,
      mip_abs_gap: 0.5,
      random_seed: 0,
    });
    if (options.maxNodes !== undefined) model.options.set({ mip_max_nodes: options.maxNodes });
    model.run();
    const status = model.getModelStatus();
    if (status === OPTIMAL) return { status: "optimal", values: valuesOf(model) };
    if (status === INFEASIBLE || status === UNDECIDED) return infeasible(model, program);
    const values = valuesOf(model);
    return meets(program, values) ? { status: "limit", values } : { status: "limit" };
  });
}

function withoutVariables({ rows }: LinearProgram): Solution {
  const possible = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return possible ? { status: "optimal", values: [] } : { status: "infeasible" };
}

function modelOf({ variables, rows }: LinearProgram) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const { variable, coefficient } of terms) {
      indices.push(variable);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: variables.length,
    numRows: rows.length,
    colCost: Float64Array.from(variables, ({ cost }) => cost ?? 0),
    colLower: Float64Array.from(variables, ({ lower }) => lower),
    colUpper: Float64Array.from(variables, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: Int32Array.from(variables, ({ integer }) => (integer === true ? INTEGER : CONTINUOUS)),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: variables.length,
      starts,
      indices,
      values,
    },
  } as const;
}

function valuesOf(model: Model): readonly number[] {
  return [...model.getSolution().colValue];
}

/** The ray is found by simplex without presolve. */
function infeasible(model: Model, { variables }: LinearProgram): Solution {
  if (variables.some(({ integer }) => integer === true)) return { status: "infeasible" };
  model.options.set({ presolve: "off", solver: "simplex" });
  model.clearSolver();
  model.run();
  const ray = model.getDualRay();
  return ray === undefined ? { status: "infeasible" } : { status: "infeasible", ray: [...ray.values] };
}

/** Whether values keep every limit, give or take what floating point blurs. */
function meets({ variables, rows }: LinearProgram, values: readonly number[]): boolean {
  if (values.length !== variables.length) return false;
  const within = (value: number, lower: number, upper: number) =>
    value >= lower - 1e-6 && value <= upper + 1e-6;
  return (
    variables.every(({ lower, upper }, index) => within(values[index] ?? Number.NaN, lower, upper)) &&
    rows.every(({ terms, lower, upper }) =>
      within(
        terms.reduce((sum, { variable, coefficient }) => sum + coefficient * (values[variable] ?? 0), 0),
        lower,
        upper,
      ),
    )
  );
}
