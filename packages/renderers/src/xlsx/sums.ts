import type { SumTerm } from "@mingzhang/core";
import type { FormulaValue } from "../workbook/index.ts";
import { add, type Decimal, equal, negate } from "./decimal.ts";
import type { Figure } from "./figure.ts";
import type { PlacedCell } from "./placing.ts";
import { sumFormula } from "./sum-formula.ts";

type Position = `${number},${number}`;
const positionOf = ({ row, column }: { row: number; column: number }): Position => `${row},${column}`;

interface Total {
  readonly position: Position;
  readonly terms: readonly SumTerm[];
  readonly figure: Figure;
  /** Whether a part is not whole, so that binary fractions would not add up to the decimal that is printed. */
  readonly isFractional: boolean;
}

/** A formula longer than this, or nearly, is refused by spreadsheets. */
const LONGEST_FORMULA = 8000;

/**
 * Live totals of a grid by position. A total stays a plain value where its parts do not give exactly what is
 * printed, where it would depend on itself, or where a part is not in the grid. `top` is the sheet row of the
 * grid's first row.
 */
export function liveTotals(placed: readonly PlacedCell[], top: number): Map<string, FormulaValue> {
  const figures = new Map(placed.map((place) => [positionOf(place), place.figure]));
  const texts = new Set(
    placed.filter((place) => place.cell.text !== "" && place.figure === undefined).map(positionOf),
  );
  const around = { top, isText: (term: SumTerm) => texts.has(positionOf(term)) };
  const formulas = new Map<string, FormulaValue>();
  for (const { position, terms, figure, isFractional } of withoutCircles(exactTotals(placed, figures))) {
    const sum = sumFormula(terms, around);
    const isRounded = isFractional && terms.length > 1;
    const formula = isRounded ? `ROUND(${sum},${figure.value.decimals})` : sum;
    if (formula.length > LONGEST_FORMULA) continue;
    formulas.set(position, { formula, cached: { number: figure.number } });
  }
  return formulas;
}

function exactTotals(placed: readonly PlacedCell[], figures: Map<Position, Figure | undefined>): Total[] {
  return placed.flatMap((place) => {
    const position = positionOf(place);
    const { figure } = place;
    const terms = place.cell.sum ?? [];
    if (figure === undefined || terms.length === 0) return [];
    if (!terms.every((term) => figures.has(positionOf(term)))) return [];
    const sum = sumOf(terms, figures);
    return equal(sum, figure.value) ? [{ position, terms, figure, isFractional: sum.decimals > 0 }] : [];
  });
}

function sumOf(terms: readonly SumTerm[], figures: Map<Position, Figure | undefined>): Decimal {
  return terms.reduce<Decimal>(
    (sum, term) => {
      const value = figures.get(positionOf(term))?.value;
      if (value === undefined) return sum;
      return add(sum, term.sign === 1 ? value : negate(value));
    },
    { units: 0n, decimals: 0 },
  );
}

/** Keeps the totals that can be calculated one after another; those in a circle, or fed by one, are left out. */
function withoutCircles(totals: readonly Total[]): Total[] {
  const waiting = new Map<Position, number>();
  const users = new Map<Position, Total[]>();
  const known = new Set(totals.map(({ position }) => position));
  for (const total of totals) {
    const needs = total.terms.map(positionOf).filter((position) => known.has(position));
    waiting.set(total.position, needs.length);
    for (const need of needs) {
      const others = users.get(need);
      if (others === undefined) users.set(need, [total]);
      else others.push(total);
    }
  }
  const ready = totals.filter(({ position }) => waiting.get(position) === 0);
  for (const total of ready) {
    for (const user of users.get(total.position) ?? []) {
      const left = (waiting.get(user.position) ?? 0) - 1;
      waiting.set(user.position, left);
      if (left === 0) ready.push(user);
    }
  }
  return ready;
}
