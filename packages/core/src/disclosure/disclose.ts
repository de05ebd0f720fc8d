import { DEPARTMENT } from "../book/book.ts";
import type { Budget } from "../budget/budget.ts";
import type { Profile } from "../profile/profile.ts";
import type { PublishedFigure } from "../rounding/collect.ts";
import type { RoundingDraft } from "../rounding/draft.ts";
import { type Printing, printConventionally } from "../rounding/printing.ts";
import { printAlone, printParts, printTogether } from "../rounding/round.ts";
import type { Solver } from "../solver/solver.ts";
import type { Disclosure } from "./disclosure.ts";
import { type DisclosureDraft, draftDisclosure, finishDisclosure, printedFacts } from "./draft.ts";

/** How figures are rounded: each on its own, or so that all sums hold (which takes a solver). */
export type Rounding =
  | { readonly mode: "conventional" }
  | {
      readonly mode: "consistent";
      readonly solve: Solver;
      /** Last year's figures as published; they are repeated as they are. */
      readonly published?: PublishedFigure;
    };

type Consistent = Extract<Rounding, { mode: "consistent" }>;

/** So many units are rounded at once; more are rounded in groups of about half as many first. */
const AT_ONCE = 24;
/** So many groups at once: fewer than units, for a group has more figures. */
const GROUPS_AT_ONCE = 8;

/**
 * Derives everything that a body (the department, or a unit by its id) publishes, with figures decided before or
 * else rounded conventionally.
 */
export function disclose(
  budget: Budget,
  profile: Profile,
  body: string = DEPARTMENT,
  printing?: Printing,
): Disclosure {
  const draft = draftDisclosure(budget, profile, body);
  return finishDisclosure(draft, printing ?? printConventionally(draft.facts));
}

/**
 * Derives what the bodies asked for publish: the department by itself where it is the only one, and else all that is
 * published together with them. Whoever previews, builds or explains a pack asks here, so that all print the same.
 */
export function* disclosePacks(
  budget: Budget,
  profile: Profile,
  rounding: Rounding,
  bodies: readonly string[],
): Generator<Disclosure> {
  if (bodies.every((body) => body === DEPARTMENT)) yield discloseDepartment(budget, profile, rounding);
  else yield* discloseTogether(budget, profile, rounding, bodies);
}

/** Derives what a department publishes by itself. */
export function discloseDepartment(budget: Budget, profile: Profile, rounding: Rounding): Disclosure {
  if (rounding.mode === "conventional") return disclose(budget, profile);
  const draft = draftToRound(budget, profile, DEPARTMENT);
  return finishDisclosure(draft, printAlone(draft, rounding.solve, rounding.published));
}

/**
 * Derives what a department and all its units publish together, the department first, one at a time. Consistently
 * rounded, the units add up to the department. Its figures are decided first, and again with those of its units
 * where these, being few, cannot add up otherwise. A pack is the same whichever others are asked for.
 */
export function* discloseTogether(
  budget: Budget,
  profile: Profile,
  rounding: Rounding,
  wanted: readonly string[] = [DEPARTMENT, ...budget.units.map(({ id }) => id)],
): Generator<Disclosure> {
  if (rounding.mode === "conventional") {
    for (const body of wanted) yield disclose(budget, profile, body);
    return;
  }
  const chosen = new Set(wanted);
  for (const { draft, printing } of printPacks(budget, profile, rounding, chosen)) {
    if (chosen.has(draft.body)) yield finishDisclosure(draft, printing);
  }
}

/** The department and its units with their figures decided; groups of units that no one wants are passed over. */
function* printPacks(
  budget: Budget,
  profile: Profile,
  rounding: Consistent,
  wanted: ReadonlySet<string>,
): Generator<Printed> {
  const units = budget.units.map(({ id }) => id);
  const { solve, published } = rounding;
  const draft = draftToRound(budget, profile, DEPARTMENT);
  const printing = printAlone(draft, solve, published);
  if (units.length > AT_ONCE) {
    yield { draft, printing };
    yield* printUnits({ draft, printing }, units, rounding, wanted);
    return;
  }
  const parts = units.map((unit) => draftToRound(budget, profile, unit));
  const first = printParts(draft, printing, parts, solve, published);
  const again = first.unmet === 0 ? undefined : printTogether(draft, parts, solve, published);
  const printings =
    again === undefined || again.unmet >= first.unmet
      ? [printing, ...first.printings]
      : again.printings.with(0, decidedTogether(again.printings[0] ?? printing));
  for (const [index, body] of [draft, ...parts].entries()) {
    yield { draft: body, printing: printings[index] ?? printing };
  }
}

function decidedTogether({ figures, receipt }: Printing): Printing {
  return receipt === undefined ? { figures } : { figures, receipt: { ...receipt, together: true } };
}

type DraftToRound = DisclosureDraft & RoundingDraft;

/** A draft with what it prints, which takes writing its sentences once: only consistent rounding asks. */
function draftToRound(...body: Parameters<typeof draftDisclosure>): DraftToRound {
  const draft = draftDisclosure(...body);
  return { ...draft, printed: printedFacts(draft) };
}

/** A body whose figures are decided. */
interface Printed {
  readonly draft: DraftToRound;
  readonly printing: Printing;
}

/** Units that add up to a decided whole: as groups that do, and within each group again. */
function* printUnits(
  whole: Printed,
  units: readonly string[],
  rounding: Consistent,
  wanted: ReadonlySet<string>,
): Generator<Printed> {
  const { solve, published } = rounding;
  const { budget, profile } = whole.draft;
  const groups = groupsOf(units);
  const drafts = groups.map((group): DraftToRound => {
    const draft = draftToRound(budget, profile, group.join("…"), new Set(group));
    return group.length === 1 ? draft : { ...draft, unpublished: true };
  });
  const { printings } = printParts(whole.draft, whole.printing, drafts, solve, published);
  for (const [index, draft] of drafts.entries()) {
    const printing = printings[index] ?? printConventionally(draft.facts);
    const group = groups[index] ?? [];
    if (group.length === 1) yield { draft, printing };
    else if (group.some((unit) => wanted.has(unit))) {
      yield* printUnits({ draft, printing }, group, rounding, wanted);
    }
  }
}

/** Each unit by itself where they are few, else as few groups of neighbours as possible. */
function groupsOf(units: readonly string[]): readonly (readonly string[])[] {
  const count =
    units.length <= AT_ONCE
      ? units.length
      : Math.min(GROUPS_AT_ONCE, Math.ceil((2 * units.length) / AT_ONCE));
  return Array.from({ length: count }, (_, index) =>
    units.slice(Math.floor((index * units.length) / count), Math.floor(((index + 1) * units.length) / count)),
  );
}
