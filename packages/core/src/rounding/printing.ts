import type { Fact } from "../fact/fact.ts";
import { type FactBook, roundConventionally } from "../fact/fact-book.ts";
import { type Figure, percentage } from "../money/figure.ts";
import { type Decision, holds } from "./decide.ts";
import type { RoundingDraft } from "./draft.ts";
import type { ReceiptSum, RoundingDifference, RoundingReceipt } from "./receipt.ts";
import { amountFormatOf, type RoundingIdentity, type RoundingSystem } from "./system.ts";

/** The printed figure of each fact of one disclosure by the fact's id, and, of consistent rounding, its receipt. */
export interface Printing {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly receipt?: RoundingReceipt;
}

/** Each figure on its own (四舍五入). */
export function printConventionally(facts: FactBook): Printing {
  const figures = new Map<string, Figure>();
  for (const fact of facts.facts) {
    const figure = roundConventionally(fact);
    if (figure !== undefined) figures.set(fact.id, figure);
  }
  return { figures };
}

/** The printing of one body's part of a decision, with its receipt. */
export function printingOf(draft: RoundingDraft, system: RoundingSystem, decision: Decision): Printing {
  const { body, facts } = draft;
  const figures = new Map<string, Figure>();
  for (const fact of facts.facts) {
    const figure = amountFigure(fact, body, system, decision) ?? roundConventionally(fact);
    if (figure !== undefined) figures.set(fact.id, figure);
  }
  for (const fact of facts.facts) {
    if (fact.quantity.kind !== "growth") continue;
    const figure = growthFigure(fact, facts, figures);
    if (figure === undefined) figures.delete(fact.id);
    else figures.set(fact.id, figure);
  }
  return { figures, receipt: receiptOf(draft, figures, system, decision) };
}

function amountFigure(
  fact: Fact,
  body: string,
  system: RoundingSystem,
  { values }: Decision,
): Figure | undefined {
  const format = amountFormatOf(fact);
  const value = values[system.indexOf({ body, fact }) ?? -1];
  if (format === undefined || value === undefined) return undefined;
  return { unit: format.unit, decimals: format.decimals, scaled: value };
}

/** What a reader computes from the two printed amounts; none where the base is printed as nil. */
function growthFigure(fact: Fact, facts: FactBook, figures: ReadonlyMap<string, Figure>): Figure | undefined {
  const { quantity, format } = fact;
  if (quantity.kind !== "growth") return undefined;
  const printed = (measure: typeof quantity.measure) => {
    const amount = facts.find({ kind: "amount", measure }, format);
    return amount === undefined ? undefined : figures.get(amount.id)?.scaled;
  };
  const [now, base] = [printed(quantity.measure), printed(quantity.base)];
  if (now === undefined || base === undefined) return roundConventionally(fact);
  return percentage(now - base, base, format.percentDecimals);
}

function receiptOf(
  { body, facts, printed }: RoundingDraft,
  figures: ReadonlyMap<string, Figure>,
  system: RoundingSystem,
  decision: Decision,
): RoundingReceipt {
  const byFigure = identitiesByFigure(system);
  const differences = new Map<string, RoundingDifference>();
  for (const fact of facts.facts) {
    const [figure, conventional] = [figures.get(fact.id), roundConventionally(fact)];
    if (conventional === undefined || !printed.has(fact.id) || figure?.scaled === conventional.scaled)
      continue;
    const index = system.indexOf({ body, fact });
    const key = index === undefined ? fact.id : String(index);
    const known = differences.get(key);
    const difference = { conventional, ...(figure === undefined ? {} : { printed: figure }) };
    const requiredBy = index === undefined ? [] : requirementsOf(index, conventional, decision, byFigure);
    differences.set(key, {
      ...difference,
      facts: [...(known?.facts ?? []), fact.id],
      requiredBy,
      ...(fact.quantity.kind === "growth" ? { recomputed: true } : {}),
    });
  }
  const unmet = decision.unmet.filter((identity) => concerns(identity, body)).map(sumOf);
  return { differences: [...differences.values()], unmet, limited: decision.limited };
}

function identitiesByFigure({
  identities,
}: RoundingSystem): ReadonlyMap<number, readonly RoundingIdentity[]> {
  const found = new Map<number, RoundingIdentity[]>();
  for (const identity of identities) {
    for (const { figure } of identity.terms) {
      const known = found.get(figure);
      if (known === undefined) found.set(figure, [identity]);
      else known.push(identity);
    }
  }
  return found;
}

/** The sums that hold as printed and would not with this figure's conventional rounding. */
function requirementsOf(
  index: number,
  conventional: Figure,
  { values }: Decision,
  byFigure: ReadonlyMap<number, readonly RoundingIdentity[]>,
): readonly ReceiptSum[] {
  const otherwise = (figure: number) => (figure === index ? conventional.scaled : values[figure]);
  return (byFigure.get(index) ?? [])
    .filter((identity) => holds(identity, (figure) => values[figure]) && !holds(identity, otherwise))
    .map(sumOf);
}

function concerns({ total, parts }: RoundingIdentity, body: string): boolean {
  return total.body === body || parts.some((part) => part.body === body);
}

function sumOf({ class: type, total, parts }: RoundingIdentity): ReceiptSum {
  return { class: type, total, parts };
}
