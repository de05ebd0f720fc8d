import type { Fact } from "../fact/fact.ts";
import { quantityKey } from "../fact/fact.ts";
import type { DerivedTable } from "../table/derived.ts";
import type { RoundingDraft } from "./draft.ts";
import { partitionsOf } from "./partitions.ts";
import { amountFormatOf, type BodyFact, RoundingSystem, type SignedFact } from "./system.ts";
import { tiesOf } from "./ties.ts";

/** Last year's figures as they were published, in printed units: fixed, whatever the ledger would round to. */
export type PublishedFigure = (fact: Fact, body: string) => bigint | undefined;

/**
 * The figures of packs that are published together, and every sum that must hold among them; of several packs the
 * first is the whole that the others are the parts of.
 */
export function collectSystem(drafts: readonly RoundingDraft[], published?: PublishedFigure): RoundingSystem {
  const system = new RoundingSystem();
  for (const { body, facts, printed, unpublished } of drafts) {
    for (const fact of facts.facts) {
      system.add(body, fact, !unpublished && printed.has(fact.id), published?.(fact, body));
    }
  }
  pin(system);
  for (const draft of drafts) collectSums(draft, system);
  const [whole, ...parts] = drafts;
  if (whole !== undefined && parts.length > 0) collectUnitSums(whole, parts, system);
  return system;
}

/**
 * Pins what may not be decided: exact figures, and figures whose exact amount another table prints, which must be
 * its conventional rounding for whoever compares the two. What is pinned as published stays so.
 */
function pin(system: RoundingSystem): void {
  const finest = new Map<bigint, bigint>();
  for (const { facts, parts, weight } of system.figures) {
    const [first] = facts;
    if (first?.fact.mark === undefined || weight === 0) continue;
    const unit = unitSize(first.fact, parts);
    const known = finest.get(first.fact.mark);
    if (known === undefined || unit < known) finest.set(first.fact.mark, unit);
  }
  for (const figure of system.figures) {
    const [first] = figure.facts;
    if (first?.fact.mark === undefined || figure.pinned !== undefined) continue;
    const finer = finest.get(first.fact.mark);
    if (figure.rest === 0n) figure.pinned = figure.floor;
    else if (finer !== undefined && finer < unitSize(first.fact, figure.parts))
      figure.pinned = figure.conventional;
  }
}

/** The size of a printed unit, in 10^-8 fen. */
function unitSize(fact: Fact, parts: bigint): bigint {
  return (parts * 10n ** 8n) / 10n ** BigInt(amountFormatOf(fact)?.decimals ?? 0);
}

function collectSums({ body, facts, tables, printed }: RoundingDraft, system: RoundingSystem): void {
  const of = (fact: Fact): BodyFact => ({ body, fact });
  const plus = (fact: Fact): SignedFact => ({ body, fact, sign: 1 });
  const minus = (fact: Fact): SignedFact => ({ body, fact, sign: -1 });
  for (const table of tables) collectTable(body, table, system);
  for (const fact of facts.facts) {
    const { quantity } = fact;
    if (quantity.kind !== "change") continue;
    const now = facts.find({ kind: "amount", measure: quantity.measure }, fact.format);
    const base = facts.find({ kind: "amount", measure: quantity.base }, fact.format);
    if (now !== undefined && base !== undefined) system.sum("change", of(fact), [plus(now), minus(base)]);
  }
  const shown = facts.facts.filter(({ id }) => printed.has(id));
  for (const { total, parts } of partitionsOf(shown)) system.sum("sentence", of(total), parts.map(plus));
  for (const { left, right } of tiesOf(shown, facts.book)) {
    const [first, ...others] = left;
    if (first !== undefined) system.sum("tie", of(first), [...right.map(plus), ...others.map(minus)]);
  }
}

function collectTable(body: string, { blocks, identities }: DerivedTable, system: RoundingSystem): void {
  for (const { block, total, parts } of identities) {
    const rows = blocks[block]?.rows;
    const whole = rows?.[total.row]?.cells[total.column];
    if (whole === undefined) continue;
    const found = parts.flatMap((part): SignedFact[] => {
      const fact = rows?.[part.row]?.cells[part.column];
      return fact === undefined ? [] : [{ body, fact, sign: part.sign }];
    });
    const across = parts.every((part) => part.row === total.row);
    system.sum(across ? "columns" : "rows", { body, fact: whole }, found);
  }
}

/** What a whole prints against what its parts print, where no transfer between parts lies between them. */
function collectUnitSums(
  whole: RoundingDraft,
  parts: readonly RoundingDraft[],
  system: RoundingSystem,
): void {
  const byQuantity = new Map<string, SignedFact[]>();
  for (const { body, facts, printed } of parts) {
    for (const fact of facts.facts) {
      if (fact.exact === 0n || fact.mark === undefined || !printed.has(fact.id)) continue;
      const key = bodilessKey(fact);
      const known = byQuantity.get(key);
      if (known === undefined) byQuantity.set(key, [{ body, fact, sign: 1 }]);
      else known.push({ body, fact, sign: 1 });
    }
  }
  for (const fact of whole.facts.facts) {
    if (!whole.printed.has(fact.id)) continue;
    const found = byQuantity.get(bodilessKey(fact)) ?? [];
    const mark = found.reduce((sum, part) => sum + (part.fact.mark ?? 0n), 0n);
    if (found.length > 0 && mark === fact.mark) {
      system.sum("units", { body: whole.body, fact }, found);
    }
  }
}

function bodilessKey({ quantity, format }: Fact): string {
  const measure = { ...quantity.measure, body: "" };
  return quantityKey(
    "base" in quantity
      ? { ...quantity, measure, base: { ...quantity.base, body: "" } }
      : { ...quantity, measure },
    format,
  );
}
