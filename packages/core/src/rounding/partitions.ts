import { THREE_PUBLIC_ITEMS } from "../budget/terms.ts";
import type { Fact } from "../fact/fact.ts";
import {
  type FundSelector,
  fundsOf,
  type KindSelector,
  kindsOf,
  type Measure,
  measureKey,
} from "../measure/measure.ts";
import { amountFormatOf } from "./system.ts";

/** A fact and others of the same body that together sum the same entries. */
export interface Partition {
  readonly total: Fact;
  readonly parts: readonly Fact[];
}

type Dimension = (typeof DIMENSIONS)[number];

const CODES: ReadonlySet<Dimension> = new Set(["functional", "departmentEconomic", "governmentEconomic"]);

const DIMENSIONS = [
  "functional",
  "departmentEconomic",
  "governmentEconomic",
  "fund",
  "kind",
  "flow",
  "procurement",
  "project",
  "item",
] as const;

/** The members of a dimension's value: a whole's contain its parts'. */
function membersOf(dimension: Dimension, value: string): readonly string[] {
  if (dimension === "fund") return fundsOf(value as FundSelector);
  if (dimension === "kind") return kindsOf(value as KindSelector);
  if (dimension === "procurement" && value === "any") return ["goods", "works", "services"];
  return dimension === "item" ? itemMembers(value) : [value];
}

const THREE_PUBLIC: readonly string[] = THREE_PUBLIC_ITEMS.map(({ id }) => id);

function itemMembers(item: string): readonly string[] {
  if (item === "three-public") return THREE_PUBLIC;
  if (item === "three-public/vehicles") return THREE_PUBLIC.filter((part) => part.startsWith("vehicle-"));
  return [item.replace(/^three-public\//, "")];
}

/**
 * The sums that the measures of facts imply: a fact and those that divide it along one dimension. Which divide it
 * without remainder is told by their marks, so that only what follows from the definitions is found.
 */
export function partitionsOf(facts: readonly Fact[]): readonly Partition[] {
  return DIMENSIONS.flatMap((dimension) =>
    [...alike(facts, dimension).values()].flatMap((group) => partitionsAlong(dimension, group)),
  );
}

/** Facts that differ in one dimension only. */
function alike(facts: readonly Fact[], dimension: Dimension): ReadonlyMap<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const format = amountFormatOf(fact);
    if (format === undefined || fact.exact === 0n) continue;
    const { quantity } = fact;
    const base = "base" in quantity ? measureKey(without(quantity.base, dimension)) : "";
    const key = [
      quantity.kind,
      format.unit,
      format.decimals,
      measureKey(without(quantity.measure, dimension)),
      base,
    ].join("|");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return groups;
}

function without(measure: Measure, dimension: Dimension): Measure {
  const { [dimension]: _, ...rest } = measure;
  return rest;
}

function partitionsAlong(dimension: Dimension, group: readonly Fact[]): Partition[] {
  if (group.length < 3) return [];
  return group.flatMap((total) =>
    familiesUnder(total, dimension, group)
      .filter((parts) => parts.length > 1 && sumsTo(parts, total))
      .map((parts) => ({ total, parts })),
  );
}

function sumsTo(parts: readonly Fact[], { exact, mark }: Fact): boolean {
  let [value, marked] = [0n, 0n];
  for (const part of parts) {
    value += part.exact;
    marked += part.mark ?? 0n;
  }
  return value === exact && marked === mark;
}

/** The facts under a whole that may divide it: of codes each level, of other values the widest and the narrowest. */
function familiesUnder(
  total: Fact,
  dimension: Dimension,
  group: readonly Fact[],
): readonly (readonly Fact[])[] {
  const under = group.filter((part) => part !== total && isUnder(part, total, dimension));
  if (under.length < 2) return [];
  if (CODES.has(dimension)) {
    const lengths = new Set(under.map((part) => dimensionOf(part, dimension)?.length ?? 0));
    return [...lengths]
      .sort()
      .map((length) => under.filter((part) => dimensionOf(part, dimension)?.length === length));
  }
  const widest = under.filter(
    (part) => !under.some((other) => other !== part && isUnder(part, other, dimension)),
  );
  const narrowest = under.filter(
    (part) => !under.some((other) => other !== part && isUnder(other, part, dimension)),
  );
  return widest.length === narrowest.length && widest.every((part) => narrowest.includes(part))
    ? [widest]
    : [widest, narrowest];
}

function isUnder(part: Fact, whole: Fact, dimension: Dimension): boolean {
  const [inner, outer] = [dimensionOf(part, dimension), dimensionOf(whole, dimension)];
  if (inner === undefined) return false;
  if (outer === undefined) return true;
  if (CODES.has(dimension)) return inner.length > outer.length && inner.startsWith(outer);
  const [parts, members] = [membersOf(dimension, inner), membersOf(dimension, outer)];
  return parts.length < members.length && parts.every((member) => members.includes(member));
}

function dimensionOf({ quantity }: Fact, dimension: Dimension): string | undefined {
  return quantity.measure[dimension];
}
