import type { ProgramRow, ProgramVariable, Solution, Solver } from "../solver/solver.ts";
import type { OpenRow } from "./decide.ts";
import { IDENTITY_CLASSES, type RoundingFigure } from "./system.ts";

/** How far the search for the fewest differences may go; what it has found by then is used. */
const MAX_NODES = 20_000;
/** Of more figures than this it need not be proved that no fewer can differ, and their order is the solver's. */
const LARGE = 1_200;
/** How many more than the fewest may then differ. */
const LARGE_GAP = 0.02;
/** How far it is searched for the fewest sums that cannot hold. */
const LARGE_NODES = 50;
const BINARY = { lower: 0, upper: 1, integer: true } as const;
/** How many steps of deviation are told apart, as far as the numbers stay small enough for floating point. */
const DEVIATION_STEPS = 10_000;
const LARGEST_TOTAL = 10_000_000;

/**
 * Leaves out rows until the rest can hold: class by class, the one to be given up last first, as few rows of a
 * class as possible.
 */
export function relax(
  rows: readonly OpenRow[],
  figures: readonly RoundingFigure[],
  solve: Solver,
): readonly OpenRow[] {
  let kept: readonly OpenRow[] = [];
  for (const type of [...IDENTITY_CLASSES].reverse()) {
    const candidates = rows.filter(({ identity }) => identity.class === type);
    if (candidates.length === 0) continue;
    const left = new Search([...kept, ...candidates], figures).fewestUnmet(new Set(candidates), solve);
    kept = [...kept, ...candidates.filter((row) => !left.has(row))];
  }
  return kept;
}

/** Values that keep all rows. */
export interface Rounded {
  readonly values: ReadonlyMap<number, bigint>;
  /** Whether the search ended before they were proved to be the best. */
  readonly limited: boolean;
}

/**
 * Of all values that keep the rows: the fewest differences from conventional rounding, then the least deviation,
 * then the latest on the page. Undefined where none was found.
 */
export function improve(
  rows: readonly OpenRow[],
  figures: readonly RoundingFigure[],
  solve: Solver,
): Rounded | undefined {
  return new Search(rows, figures).improve(solve);
}

/** The 0/1 programme of a group of rows: each open figure is rounded down (0) or up (1). */
class Search {
  private readonly open: readonly number[];
  private readonly position: ReadonlyMap<number, number>;
  private readonly rows: readonly OpenRow[];

  constructor(
    rows: readonly OpenRow[],
    private readonly figures: readonly RoundingFigure[],
  ) {
    this.rows = rows;
    this.open = [...new Set(rows.flatMap(({ terms }) => terms.map(({ figure }) => figure)))].sort(
      (a, b) => a - b,
    );
    this.position = new Map(this.open.map((figure, index) => [figure, index]));
  }

  /** Which of the soft rows cannot hold, as few as possible; the others must. */
  fewestUnmet(soft: ReadonlySet<OpenRow>, solve: Solver): ReadonlySet<OpenRow> {
    const softRows = this.rows.filter((row) => soft.has(row));
    const variables: ProgramVariable[] = this.open.map(() => BINARY);
    const rows: ProgramRow[] = [];
    for (const row of this.rows) {
      if (!soft.has(row)) rows.push(this.programRow(row));
      else rows.push(...softened(row, this.programRow(row), variables));
    }
    const large = this.open.length > LARGE;
    const solution = solve({ variables, rows }, large ? { maxNodes: LARGE_NODES } : { maxNodes: MAX_NODES });
    const values = "values" in solution ? solution.values : undefined;
    if (values === undefined) return new Set(softRows);
    return new Set(softRows.filter((row) => !this.keeps(row, values)));
  }

  improve(solve: Solver): Rounded | undefined {
    const costs = this.costs();
    const rows = this.rows.map((row) => this.programRow(row));
    const variables = this.open.map((_, index): ProgramVariable => ({ ...BINARY, cost: costs[index] ?? 0 }));
    // What rounding everything down costs, so that the costs count from nothing.
    const cost = costs.reduce((sum, own) => sum - Math.min(own, 0), 0);
    const large = this.open.length > LARGE;
    const options = large ? { maxNodes: MAX_NODES, gap: LARGE_GAP } : { maxNodes: MAX_NODES };
    const best = solve({ variables: [...variables, { lower: 1, upper: 1, cost }], rows }, options);
    const first = this.read(best);
    if (first === undefined) return undefined;
    if (best.status === "limit" || large) return { values: first, limited: cost > 0 };
    const second = this.read(solve(this.inFixedOrder(costs, rows, first), { maxNodes: MAX_NODES }));
    return { values: second ?? first, limited: false };
  }

  /** Among equally good values those whose differences come latest on the page. */
  private inFixedOrder(
    costs: readonly number[],
    rows: readonly ProgramRow[],
    best: ReadonlyMap<number, bigint>,
  ) {
    const total = this.open.reduce(
      (sum, figure, index) => sum + (this.isUp(figure, best) ? (costs[index] ?? 0) : 0),
      0,
    );
    const terms = costs.map((coefficient, variable) => ({ variable, coefficient }));
    const variables = this.open.map((figure, index): ProgramVariable => {
      const early = this.open.length - index;
      return { ...BINARY, cost: this.isUpConventionally(figure) ? -early : early };
    });
    return { variables, rows: [...rows, { terms, lower: Number.NEGATIVE_INFINITY, upper: total + 0.5 }] };
  }

  /** What rounding up costs against rounding down. */
  private costs(): readonly number[] {
    const steps = Math.max(1, Math.min(DEVIATION_STEPS, Math.floor(LARGEST_TOTAL / (this.open.length + 1))));
    const deviations = this.open.map((figure) => {
      const { rest = 0n, parts = 1n } = this.figures[figure] ?? {};
      const further = parts - 2n * rest;
      return Number(((further < 0n ? -further : further) * BigInt(steps)) / parts);
    });
    const whole = 1 + deviations.reduce((sum, deviation) => sum + deviation, 0);
    return this.open.map((figure, index) => {
      const weight = this.figures[figure]?.weight ?? 0;
      const cost = weight === 0 ? 0 : whole + (deviations[index] ?? 0);
      return this.isUpConventionally(figure) ? -cost : cost;
    });
  }

  private isUpConventionally(figure: number): boolean {
    const { conventional = 0n, floor = 0n } = this.figures[figure] ?? {};
    return conventional > floor;
  }

  private isUp(figure: number, values: ReadonlyMap<number, bigint>): boolean {
    return (values.get(figure) ?? 0n) > (this.figures[figure]?.floor ?? 0n);
  }

  private programRow({ terms, target }: OpenRow): ProgramRow {
    return {
      terms: terms.map(({ figure, coefficient }) => ({
        variable: this.position.get(figure) ?? 0,
        coefficient,
      })),
      lower: Number(target),
      upper: Number(target),
    };
  }

  private keeps(row: OpenRow, values: readonly number[]): boolean {
    const sum = row.terms.reduce(
      (total, { figure, coefficient }) =>
        total + coefficient * Math.round(values[this.position.get(figure) ?? 0] ?? 0),
      0,
    );
    return BigInt(sum) === row.target;
  }

  /** The values that a solution gives, if they are whole and keep every row: floating point is not taken at its word. */
  private read(solution: Solution): ReadonlyMap<number, bigint> | undefined {
    const values = "values" in solution ? solution.values : undefined;
    if (values === undefined || !this.rows.every((row) => this.keeps(row, values))) return undefined;
    return new Map(
      this.open.map((figure, index) => [
        figure,
        (this.figures[figure]?.floor ?? 0n) +
          BigInt(Math.min(1, Math.max(0, Math.round(values[index] ?? 0)))),
      ]),
    );
  }
}

/** A row that a switch of its own can free; a switch that is on costs one. */
function softened(row: OpenRow, hard: ProgramRow, variables: ProgramVariable[]): ProgramRow[] {
  const reach =
    row.terms.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0) + Math.abs(hard.lower);
  const switched = variables.push({ ...BINARY, cost: 1 }) - 1;
  return [
    {
      ...hard,
      terms: [...hard.terms, { variable: switched, coefficient: reach }],
      upper: Number.POSITIVE_INFINITY,
    },
    {
      ...hard,
      terms: [...hard.terms, { variable: switched, coefficient: -reach }],
      lower: Number.NEGATIVE_INFINITY,
    },
  ];
}
