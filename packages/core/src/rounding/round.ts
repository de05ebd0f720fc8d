import type { Solver } from "../solver/solver.ts";
import { collectSystem, type PublishedFigure } from "./collect.ts";
import { decide } from "./decide.ts";
import type { RoundingDraft } from "./draft.ts";
import { type Printing, printingOf } from "./printing.ts";

/**
 * Consistent rounding (controlled rounding, Cox 1987) of one pack: every amount is printed rounded down or up to
 * its unit, so that every sum holds as printed, with as few differences from conventional rounding as possible.
 * Percentages are what a reader computes from the printed amounts.
 */
export function printAlone(draft: RoundingDraft, solve: Solver, published?: PublishedFigure): Printing {
  const system = collectSystem([draft], published);
  return printingOf(draft, system, decide(system, solve));
}

/** The printings of several packs, and how many sums could not be made to hold. */
export interface Printings {
  readonly printings: readonly Printing[];
  readonly unmet: number;
}

/** Rounds the packs of a body's parts so that they also add up to what the whole prints, which stays as it is. */
export function printParts(
  whole: RoundingDraft,
  printing: Printing,
  parts: readonly RoundingDraft[],
  solve: Solver,
  published?: PublishedFigure,
): Printings {
  const fixed: PublishedFigure = (fact, body) =>
    body === whole.body ? printing.figures.get(fact.id)?.scaled : published?.(fact, body);
  return printAll([whole, ...parts], parts, solve, fixed);
}

/** Rounds a whole and its parts at once: where the parts cannot add up to what the whole prints by itself. */
export function printTogether(
  whole: RoundingDraft,
  parts: readonly RoundingDraft[],
  solve: Solver,
  published?: PublishedFigure,
): Printings {
  return printAll([whole, ...parts], [whole, ...parts], solve, published);
}

function printAll(
  drafts: readonly RoundingDraft[],
  wanted: readonly RoundingDraft[],
  solve: Solver,
  published: PublishedFigure | undefined,
): Printings {
  const system = collectSystem(drafts, published);
  const decision = decide(system, solve);
  return {
    printings: wanted.map((draft) => printingOf(draft, system, decision)),
    unmet: decision.unmet.length,
  };
}
