import type { Figure } from "../money/figure.ts";
import type { Pack, PackFact } from "../pack/pack.ts";
import type { PrintedFigure } from "../rules/identity.ts";
import { factsById } from "../rules/tables/sums.ts";

/** The packs of a system: "" is the one that is checked. */
export type Packs = ReadonlyMap<string, Pack>;

/** What stands around a figure, as far as it helps to guess what it should be. */
export class Surroundings {
  private readonly facts = new Map<string, ReadonlyMap<string, PackFact>>();
  private readonly cells = new Map<string, PackFact>();
  private readonly usual = new Map<string, Map<number, number>>();

  constructor(readonly packs: Packs) {
    for (const [name, pack] of packs) {
      this.facts.set(name, factsById(pack));
      for (const fact of pack.facts) this.add(name, fact);
    }
  }

  factOf({ pack = "", id }: PrintedFigure): PackFact | undefined {
    return this.facts.get(pack)?.get(id);
  }

  /** Figures above, below, before and after: in a table, or in the same paragraph. */
  neighboursOf(printed: PrintedFigure): readonly Figure[] {
    const fact = this.factOf(printed);
    const { pack = "" } = printed;
    if (fact === undefined) return [];
    const { source } = fact;
    if (source.kind === "cell") {
      const { table, row, column } = source;
      const beside = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [row + down, column + right]));
      return beside.flatMap(([r, c]) => {
        const other = this.cells.get(`${pack}|${table}|${r}|${c}`);
        return other === undefined || other === fact ? [] : [other.figure];
      });
    }
    const others = this.packs.get(pack)?.facts ?? [];
    return others.flatMap((other) =>
      other !== fact && other.source.kind === "sentence" && other.source.paragraph === source.paragraph
        ? [other.figure]
        : [],
    );
  }

  /** How a corrected figure is printed: with the decimals that its table, or the prose, uses most. */
  decimalsOf(printed: PrintedFigure): number {
    const own = printed.figure.decimals;
    const fact = this.factOf(printed);
    if (fact === undefined || own === 0) return own;
    const counts = [...(this.usual.get(groupOf(printed.pack ?? "", fact)) ?? [])];
    counts.sort(([a, m], [b, n]) => n - m || b - a);
    const usual = counts[0]?.[0] ?? own;
    return fact.source.kind === "cell" ? usual : Math.max(usual, own);
  }

  private add(pack: string, fact: PackFact): void {
    const { source } = fact;
    if (source.kind === "cell")
      this.cells.set(`${pack}|${source.table}|${source.row}|${source.column}`, fact);
    const group = groupOf(pack, fact);
    const counts = this.usual.get(group) ?? new Map<number, number>();
    counts.set(fact.figure.decimals, (counts.get(fact.figure.decimals) ?? 0) + 1);
    this.usual.set(group, counts);
  }
}

function groupOf(pack: string, { source, figure }: PackFact): string {
  return `${pack}|${source.kind === "cell" ? source.table : "prose"}|${figure.unit}`;
}
