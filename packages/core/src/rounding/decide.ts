import type { Solver } from "../solver/solver.ts";
import { componentsOf } from "./components.ts";
import { improve, type Rounded, relax } from "./programme.ts";
import type { RoundingFigure, RoundingIdentity, RoundingSystem } from "./system.ts";

/** What was decided: each figure's value in printed units, and the identities that do not hold with them. */
export interface Decision {
  readonly values: readonly bigint[];
  readonly unmet: readonly RoundingIdentity[];
  /** Whether the search ended before it was proved that no fewer figures need to differ. */
  readonly limited: boolean;
}

/** An identity over the figures that are still open: the sum of coefficient × (1 if rounded up) must be `target`. */
export interface OpenRow {
  readonly identity: RoundingIdentity;
  readonly terms: readonly { readonly figure: number; readonly coefficient: number }[];
  readonly target: bigint;
}

/**
 * Decides every figure: rounded down or up, so that the identities hold. Figures that no identity touches, and
 * groups of figures whose identities hold conventionally, are rounded conventionally: nothing differs less.
 */
export function decide(system: RoundingSystem, solve: Solver): Decision {
  const { figures, identities } = system;
  const values = figures.map(({ pinned }) => pinned);
  const open = openRows(identities, figures, values);
  let limited = false;
  for (const rows of componentsOf(open)) {
    const best = decideComponent(rows, figures, solve);
    limited ||= best.limited;
    for (const [figure, value] of best.values) values[figure] = value;
  }
  const decided = values.map((value, index) => value ?? figures[index]?.conventional ?? 0n);
  const unmet = identities.filter((identity) => !holds(identity, (figure) => decided[figure]));
  return { values: decided, unmet, limited };
}

/** Decides figures that identities connect. Where not all can hold, some are left out and the rest is decided. */
function decideComponent(
  rows: readonly OpenRow[],
  figures: readonly RoundingFigure[],
  solve: Solver,
): Rounded {
  if (rows.every((row) => holdsConventionally(row, figures))) return { values: new Map(), limited: false };
  const forced = force(rows, figures);
  if (forced !== undefined) {
    const { values } = forced;
    const parts = componentsOf(forced.rows)
      .filter((component) => !component.every((row) => holdsConventionally(row, figures)))
      .map((component) => improve(component, figures, solve));
    if (parts.every((part) => part !== undefined)) {
      return {
        values: new Map([...values, ...parts.flatMap((part) => [...part.values])]),
        limited: parts.some((part) => part.limited),
      };
    }
  }
  const best = improve(relax(rows, figures, solve), figures, solve);
  return best ?? { values: new Map(), limited: true };
}

/** Whether an identity holds exactly of figures in printed units. */
export function holds(identity: RoundingIdentity, value: (figure: number) => bigint | undefined): boolean {
  const sum = identity.terms.reduce(
    (total, { figure, coefficient }) => total + BigInt(coefficient) * (value(figure) ?? 0n),
    0n,
  );
  return sum === 0n;
}

/** The identities that have figures to decide. */
function openRows(
  identities: readonly RoundingIdentity[],
  figures: readonly RoundingFigure[],
  values: readonly (bigint | undefined)[],
): readonly OpenRow[] {
  return identities
    .map((identity) => openRow(identity, figures, values))
    .filter(({ terms }) => terms.length > 0);
}

function openRow(
  identity: RoundingIdentity,
  figures: readonly RoundingFigure[],
  values: readonly (bigint | undefined)[],
): OpenRow {
  let target = 0n;
  const terms: { figure: number; coefficient: number }[] = [];
  for (const term of identity.terms) {
    const value = values[term.figure];
    target -= BigInt(term.coefficient) * (value ?? figures[term.figure]?.floor ?? 0n);
    if (value === undefined) terms.push(term);
  }
  return { identity, terms, target };
}

function holdsConventionally({ terms, target }: OpenRow, figures: readonly RoundingFigure[]): boolean {
  let sum = 0n;
  for (const { figure, coefficient } of terms) {
    const { conventional = 0n, floor = 0n } = figures[figure] ?? {};
    sum += BigInt(coefficient) * (conventional - floor);
  }
  return sum === target;
}

/**
 * Decides the figures that an identity leaves no choice: all of its open ones must go as far as they can. Undefined
 * where that shows that not all identities can hold.
 */
function force(rows: readonly OpenRow[], figures: readonly RoundingFigure[]) {
  const values = new Map<number, bigint>();
  let open = rows;
  for (;;) {
    if (open.some((row) => isOutOfReach(row))) return undefined;
    open = open.filter(({ terms }) => terms.length > 0);
    const forced = open.find((row) => extremeOf(row) !== undefined);
    if (forced === undefined) return { rows: open, values };
    const extreme = extremeOf(forced);
    for (const { figure, coefficient } of forced.terms) {
      const up = coefficient > 0 === (extreme === "highest");
      values.set(figure, (figures[figure]?.floor ?? 0n) + (up ? 1n : 0n));
    }
    open = open.map((row) => substitute(row, values, figures));
  }
}

/** Whether the target is the highest or the lowest sum that the row's figures can have. */
function extremeOf(row: OpenRow): "highest" | "lowest" | undefined {
  const { lowest, highest } = rangeOf(row);
  return row.target === highest ? "highest" : row.target === lowest ? "lowest" : undefined;
}

function isOutOfReach(row: OpenRow): boolean {
  const { lowest, highest } = rangeOf(row);
  return row.target < lowest || row.target > highest;
}

function rangeOf({ terms }: OpenRow) {
  let [lowest, highest] = [0n, 0n];
  for (const { coefficient } of terms) {
    if (coefficient > 0) highest += BigInt(coefficient);
    else lowest += BigInt(coefficient);
  }
  return { lowest, highest };
}

function substitute(
  row: OpenRow,
  values: ReadonlyMap<number, bigint>,
  figures: readonly RoundingFigure[],
): OpenRow {
  if (!row.terms.some(({ figure }) => values.has(figure))) return row;
  let { target } = row;
  const terms = row.terms.filter(({ figure, coefficient }) => {
    const value = values.get(figure);
    if (value === undefined) return true;
    target -= BigInt(coefficient) * (value - (figures[figure]?.floor ?? 0n));
    return false;
  });
  return { ...row, terms, target };
}
