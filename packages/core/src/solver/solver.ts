/**
 * A linear programme: minimise the sum of cost × value over rows that must lie within their limits. Variables
 * marked integer take whole values.
 */
export interface LinearProgram {
  readonly variables: readonly ProgramVariable[];
  readonly rows: readonly ProgramRow[];
}

export interface ProgramVariable {
  readonly lower: number;
  readonly upper: number;
  readonly cost?: number;
  readonly integer?: boolean;
}

/** lower ≤ Σ coefficient × variable ≤ upper; a variable comes at most once in a row. */
export interface ProgramRow {
  readonly terms: readonly { readonly variable: number; readonly coefficient: number }[];
  readonly lower: number;
  readonly upper: number;
}

export type Solution =
  | { readonly status: "optimal"; readonly values: readonly number[] }
  | {
      readonly status: "infeasible";
      /** Without integers: multipliers of the rows that combine to a contradiction. Floating point, so only a hint. */
      readonly ray?: readonly number[];
    }
  /** The limit on the search was reached; the best values found so far, if any. */
  | { readonly status: "limit"; readonly values?: readonly number[] };

export interface SolveOptions {
  /** How many nodes of the search tree may be looked at: unlike seconds, the same on every machine. */
  readonly maxNodes?: number;
  /** How far the cost may lie above the least possible, as a share of it. Left out: not at all. */
  readonly gap?: number;
}

/** Solves a programme. Core asks for one; who calls core brings it, and core checks what it says in integers. */
export type Solver = (program: LinearProgram, options?: SolveOptions) => Solution;
