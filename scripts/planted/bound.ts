import {
  compareSame,
  compareSum,
  type Disclosure,
  type Document,
  type Fact,
  type Figure,
  fineValue,
  halfUnit,
  measureKey,
} from "@mingzhang/core";
import { figureOf, type Site } from "./sites.ts";

/** Something that printed figures must satisfy: broken where they cannot all be roundings of true values. */
interface Relation {
  readonly sites: readonly Site[];
  readonly broken: (figure: (site: Site) => Figure) => boolean;
}

/**
 * What interval checks can find at best: a spoiled figure breaks at least one relation that it takes part in,
 * the others being as printed. The relations are those that the budget itself gives: repeats of one measure, sums
 * of the table definitions, sums within a sentence, balances, changes and growth rates.
 */
export class Bound {
  readonly #bySite = new Map<Site, Relation[]>();

  constructor(document: Document, disclosure: Disclosure, sites: readonly Site[]) {
    const relations = [
      ...repeats(sites),
      ...tableSums(disclosure, sites),
      ...sentenceSums(document, sites),
      ...changes(sites),
      ...growths(sites),
    ];
    for (const relation of relations)
      for (const site of new Set(relation.sites))
        this.#bySite.set(site, [...(this.#bySite.get(site) ?? []), relation]);
  }

  /** Whether any relation shows that the text is not what this site should print. */
  shows(site: Site, text: string): boolean {
    const spoiled = figureOf(text, site.figure.unit);
    if (spoiled === undefined) return true;
    const figure = (other: Site) => (other === site ? spoiled : other.figure);
    return (this.#bySite.get(site) ?? []).some(({ broken }) => broken(figure));
  }
}

/** One measure printed twice; the two sides of a budget balance, so their totals count as one. */
function repeats(sites: readonly Site[]): Relation[] {
  return [...groupBy(sites, ({ fact }) => sameKey(fact)).values()].flatMap((same) =>
    pairs(same).map(([a, b]) => ({
      sites: [a, b],
      broken: (figure) => compareSame(figure(a), figure(b)).verdict === "conflict",
    })),
  );
}

function pairs(same: readonly Site[]): (readonly [Site, Site])[] {
  return same.flatMap((a, index) => same.slice(index + 1).map((b) => [a, b] as const));
}

function sameKey({ quantity }: Fact): string {
  const { measure, kind } = quantity;
  const { side: _side, ...rest } = measure;
  const isTotal = kind === "amount" && Object.keys(rest).every((key) => key === "body" || key === "year");
  return `${kind} ${measureKey(isTotal ? rest : measure)}`;
}

/** The sums of the table definitions, in the grid that prints all their facts. */
function tableSums({ tables }: Disclosure, sites: readonly Site[]): Relation[] {
  const cells = sites.filter(({ kind }) => kind === "cell");
  const grids = [...groupBy(cells, ({ block }) => block).values()].map(
    (grid) => new Map(grid.map((site) => [site.fact.id, site])),
  );
  return tables.flatMap(({ content }) => {
    if (content.kind !== "table") return [];
    const { blocks, identities } = content.table;
    const factAt = (block: number, { row, column }: { readonly row: number; readonly column: string }) =>
      blocks[block]?.rows[row]?.cells[column]?.id ?? "";
    return identities.flatMap(({ block, total, parts }): Relation[] => {
      const terms = parts.map((part) => ({ id: factAt(block, part), sign: part.sign }));
      const id = factAt(block, total);
      const grid = grids.find((each) => each.has(id) && terms.every((term) => each.has(term.id)));
      const whole = grid?.get(id);
      if (grid === undefined || whole === undefined) return [];
      return [
        sumOf(
          whole,
          terms.flatMap((term) => {
            const site = grid.get(term.id);
            return site === undefined ? [] : [{ site, sign: term.sign }];
          }),
        ),
      ];
    });
  });
}

function sumOf(total: Site, terms: readonly { readonly site: Site; readonly sign: 1 | -1 }[]): Relation {
  return {
    sites: [total, ...terms.map(({ site }) => site)],
    broken: (figure) => {
      const parts = terms.map(({ site, sign }) => ({ figure: figure(site), sign }));
      return compareSum(figure(total), parts).verdict === "conflict";
    },
  };
}

/** A figure, 其中, and the figures up to the end of the sentence, where they add up as printed. */
function sentenceSums(document: Document, sites: readonly Site[]): Relation[] {
  const sentences = sites.filter(({ kind }) => kind === "sentence");
  return [...groupBy(sentences, ({ block }) => block)].flatMap(([index, own]) => {
    const block = document.blocks[index];
    if (block?.type !== "paragraph") return [];
    const between = (from: Site, to: Site) =>
      block.children
        .slice(from.item + 1, to.item)
        .map(({ text }) => text)
        .join("");
    return own.flatMap((total, at): Relation[] => {
      const next = own[at + 1];
      if (next === undefined || !between(total, next).includes("其中")) return [];
      const sentence = own.slice(at + 1).filter((site) => !/[。；]/u.test(between(total, site)));
      const parts = sentence.filter(
        ({ fact, figure }) =>
          fact.quantity.kind === total.fact.quantity.kind && figure.unit === total.figure.unit,
      );
      const relation = sumOf(
        total,
        parts.map((site) => ({ site, sign: 1 })),
      );
      return parts.length < 2 || relation.broken(({ figure }) => figure) ? [] : [relation];
    });
  });
}

/** This year less last year is the change; the sentence gives its direction in words. */
function changes(sites: readonly Site[]): Relation[] {
  const amounts = byMeasure(sites);
  return sites.flatMap((change): Relation[] => {
    const { quantity, exact } = change.fact;
    if (quantity.kind !== "change") return [];
    const [now, base] = [amounts.get(measureKey(quantity.measure)), amounts.get(measureKey(quantity.base))];
    if (now === undefined || base === undefined) return [];
    const terms = [
      { site: base, sign: 1 },
      { site: change, sign: exact < 0n ? -1 : 1 },
    ] as const;
    return [sumOf(now, terms)];
  });
}

function growths(sites: readonly Site[]): Relation[] {
  const grids = groupBy(sites, ({ block }) => block);
  return sites.flatMap((growth): Relation[] => {
    const { quantity } = growth.fact;
    if (quantity.kind !== "growth") return [];
    const amounts = byMeasure(grids.get(growth.block) ?? []);
    const [now, base] = [amounts.get(measureKey(quantity.measure)), amounts.get(measureKey(quantity.base))];
    if (now === undefined || base === undefined) return [];
    return [
      {
        sites: [growth, now, base],
        broken: (figure) => cannotGrow(figure(now), figure(base), figure(growth)),
      },
    ];
  });
}

/** Whether no true values of the two years give the growth; a measure of ratios, so floating point will do. */
function cannotGrow(now: Figure, base: Figure, growth: Figure): boolean {
  const [n, hn] = [Number(fineValue(now)), Number(halfUnit(now))];
  const [b, hb] = [Number(fineValue(base)), Number(halfUnit(base))];
  if (b - hb <= 0) return false;
  const low = ((n - hn) / (b + hb) - 1) * 100;
  const high = ((n + hn) / (b - hb) - 1) * 100;
  const [printed, half] = [Number(growth.scaled) / 10 ** growth.decimals, 0.5 / 10 ** growth.decimals];
  return printed + half < low || printed - half > high;
}

function byMeasure(sites: readonly Site[]): ReadonlyMap<string, Site> {
  const amounts = new Map<string, Site>();
  for (const site of sites) {
    const { quantity } = site.fact;
    const key = measureKey(quantity.measure);
    if (quantity.kind === "amount" && !amounts.has(key)) amounts.set(key, site);
  }
  return amounts;
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
