import type { ContentsEntry, Pack, PackTable } from "../../pack/pack.ts";
import { conceptOfTitle } from "../../recognise/lexicon/titles.ts";
import { plain } from "../../recognise/text.ts";

export interface ContentsMatch {
  readonly entry: ContentsEntry;
  /** The tables that the entry promises: none when missing, several for a form repeated by project. */
  readonly tables: readonly PackTable[];
  /** A table that nothing else promises and that may be this one under another title. */
  readonly similar?: PackTable;
}

/** Pairs what the contents promise with the tables of the pack, in order; equal titles are taken one after another. */
export function matchContents(pack: Pack): readonly ContentsMatch[] {
  const entries = withoutRepeats(pack.contents.filter(promisesTable));
  const tables = pack.tables.filter(
    (table) => table.concept !== "catalogue" && (table.caption !== "" || table.rows.length > 0),
  );
  const taken = new Set<PackTable>();
  const first = entries.map((entry) => {
    const found = tables.find((table) => !taken.has(table) && isSame(entry.text, table.caption));
    if (found !== undefined) taken.add(found);
    return found;
  });
  const matches = entries.map((entry, index): ContentsMatch => {
    const found = first[index];
    const others =
      found === undefined
        ? []
        : tables.filter(
            (table) =>
              !taken.has(table) &&
              plain(table.caption) === plain(found.caption) &&
              follows(tables, found, table),
          );
    for (const other of others) taken.add(other);
    return { entry, tables: found === undefined ? [] : [found, ...others] };
  });
  return matches.map((match) =>
    match.tables.length > 0
      ? match
      : withSimilar(
          match,
          tables.filter((table) => !taken.has(table)),
        ),
  );
}

/**
 * Titles that share most of their pairs of characters, and tables of the same concept, may be the same table; so
 * may any table whose own title was not understood.
 */
function withSimilar(match: ContentsMatch, free: readonly PackTable[]): ContentsMatch {
  const concept = conceptOfTitle(match.entry.text);
  const similar = free.find(
    (table) =>
      table.concept === concept ||
      table.concept === "other" ||
      likeness(core(match.entry.text), core(table.caption)) > 0.5,
  );
  return similar === undefined ? match : { ...match, similar };
}

/** Share of common pairs of characters (Dice), 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2)));
  const [first, second] = [pairs(a), pairs(b)];
  const common = [...first].filter((pair) => second.has(pair)).length;
  return first.size + second.size === 0 ? 0 : (2 * common) / (first.size + second.size);
}

/** Contents and table catalogue may both list a table: it is promised once, with the number where one gives it. */
function withoutRepeats(entries: readonly ContentsEntry[]): readonly ContentsEntry[] {
  const byTitle = new Map<string, ContentsEntry>();
  for (const entry of entries) {
    const title = plain(entry.text).replace(/[.…·]+\d*$/u, "");
    const known = byTitle.get(title);
    if (known === undefined || known.tableNumber === undefined) byTitle.set(title, { ...known, ...entry });
  }
  return [...byTitle.values()];
}

/** Sections of the narrative stand in the contents as well: a table is called one. */
function promisesTable({ text }: ContentsEntry): boolean {
  const concept = conceptOfTitle(text);
  return /表(?:\([^()]*\))*$/u.test(plain(text)) && concept !== "other" && concept !== "catalogue";
}

/** Whether nothing stands between two tables but tables of the same title. */
function follows(tables: readonly PackTable[], first: PackTable, later: PackTable): boolean {
  const between = tables.slice(tables.indexOf(first), tables.indexOf(later));
  return (
    tables.indexOf(later) > tables.indexOf(first) &&
    between.every((table) => plain(table.caption) === plain(first.caption))
  );
}

function isSame(promised: string, caption: string): boolean {
  return core(promised) === core(caption);
}

/** A title without what contents and tables word differently: numbers, brackets, year, 部门 and 单位. */
export function core(title: string): string {
  return plain(title)
    .replace(/^(?:表?[一二三四五六七八九十\d]+[、.．:：\s]|\d{1,2}(?!\d))/u, "")
    .replace(/\(.*?\)/gu, "")
    .replace(/20\d\d年?度?/gu, "")
    .replace(/部门|单位|[.…·]+\d*$/gu, "");
}
