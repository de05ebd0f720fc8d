import type { SumTerm } from "@mingzhang/core";
import { cellAddress, rangeAddress } from "../workbook/index.ts";

/** Most parts that still read better as C3+C5 than as SUM(C3,C5). */
const MOST_ADDENDS = 12;
/** A function takes up to 255 arguments. */
const MOST_ARGUMENTS = 250;

export interface Surroundings {
  /** The sheet row of the grid's first row. */
  readonly top: number;
  /** Whether a cell holds text, which "+" would turn into an error and SUM passes over. */
  readonly isText: (term: SumTerm) => boolean;
}

/** The sum of the terms, without "=": few single cells as C3+C5, ranges and many cells with SUM. */
export function sumFormula(terms: readonly SumTerm[], around: Surroundings): string {
  const addends = (sign: 1 | -1) =>
    toAddends(
      terms.filter((term) => term.sign === sign),
      around,
    );
  const plus = addends(1);
  const minus = addends(-1);
  const sum = [...(plus.length === 0 ? [] : [plus.join("+")]), ...minus].join("-");
  return plus.length === 0 ? `-${sum}` : sum;
}

/** The addends of one sign: single cells where they are few, else one SUM over ranges. */
function toAddends(terms: readonly SumTerm[], { top, isText }: Surroundings): string[] {
  const ranges = toRanges(terms, top);
  const single = ranges.length === terms.length && terms.length <= MOST_ADDENDS && !terms.some(isText);
  if (single) return ranges;
  return chunk(ranges, MOST_ARGUMENTS).map((part) => `SUM(${part.join(",")})`);
}

/** Runs of neighbours as ranges: along the row where all parts stand in one, else down the columns. */
function toRanges(terms: readonly SumTerm[], top: number): string[] {
  const inOneRow = terms.every(({ row }) => row === terms[0]?.row);
  const sorted = terms.toSorted((a, b) => a.column - b.column || a.row - b.row);
  const runs: { first: SumTerm; last: SumTerm }[] = [];
  for (const term of sorted) {
    const run = runs.at(-1);
    const across = inOneRow && term.column === (run?.last.column ?? -2) + 1;
    const down = term.column === run?.last.column && term.row === run.last.row + 1;
    if (run !== undefined && (across || down)) run.last = term;
    else runs.push({ first: term, last: term });
  }
  return runs.map(({ first, last }) =>
    first === last
      ? cellAddress(top + first.row, first.column)
      : rangeAddress(top + first.row, first.column, top + last.row, last.column),
  );
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
