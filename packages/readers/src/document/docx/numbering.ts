import { attribute, childNamed, childrenNamed, type MarkupNode } from "../markup/node.ts";
import { formatNumber } from "./number-format.ts";
import { isOn, type NumberingReference, value } from "./styles.ts";

interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1、" */
  readonly text: string;
  /** Numbers of higher levels are shown as digits. */
  readonly legal: boolean;
}

interface List {
  /** Lists of one abstract definition count together. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

const DEEPEST = 8;

/** Counts automatic numbers in the order of the paragraphs and says what Word prints before each. */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #restarted = new Set<string>();

  constructor(part: MarkupNode | undefined) {
    this.#lists = listsOf(part);
  }

  /** The number of the next paragraph of a list; empty for bullets and where nothing is defined. */
  next({ id, level: asked }: NumberingReference): string {
    const list = this.#lists.get(id);
    const depth = Math.min(Math.max(asked, 0), DEEPEST);
    const level = list?.levels.get(depth);
    if (list === undefined || level === undefined) return "";
    const counts = this.#counts.get(list.abstractId) ?? [];
    this.#counts.set(list.abstractId, counts);
    const restart = this.#restartOf(id, depth, list);
    const before = counts[depth];
    counts[depth] = restart ?? (before === undefined ? level.start : before + 1);
    counts.length = depth + 1;
    return level.format === "bullet" ? "" : labelOf(level, list, counts);
  }

  /** A list that starts anew does so once, at its first paragraph of that level. */
  #restartOf(id: string, depth: number, list: List): number | undefined {
    const restart = list.restarts.get(depth);
    const key = `${id}:${depth}`;
    if (restart === undefined || this.#restarted.has(key)) return undefined;
    this.#restarted.add(key);
    return restart;
  }
}

function labelOf(level: Level, list: List, counts: readonly (number | undefined)[]): string {
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    const definition = list.levels.get(other);
    const number = counts[other] ?? definition?.start ?? 1;
    const isPlain = level.legal && definition !== level;
    return formatNumber(number, isPlain ? "decimal" : (definition?.format ?? "decimal"));
  });
  return /[A-Za-z\d]$/.test(label) ? `${label} ` : label;
}

function listsOf(part: MarkupNode | undefined): Map<string, List> {
  const abstracts = new Map(
    childrenNamed(part, "w:abstractNum").map((element) => [attribute(element, "w:abstractNumId"), element]),
  );
  const lists = new Map<string, List>();
  for (const element of childrenNamed(part, "w:num")) {
    const abstractId = value(element, "w:abstractNumId");
    const levels = levelsOf(abstracts.get(abstractId));
    const restarts = new Map<number, number>();
    for (const override of childrenNamed(element, "w:lvlOverride")) {
      const depth = Number(attribute(override, "w:ilvl"));
      const own = childNamed(override, "w:lvl");
      if (own !== undefined) levels.set(depth, levelOf(own));
      const start = value(override, "w:startOverride");
      if (start !== "") restarts.set(depth, Number(start));
    }
    lists.set(attribute(element, "w:numId"), { abstractId, levels, restarts });
  }
  return lists;
}

function levelsOf(abstract: MarkupNode | undefined): Map<number, Level> {
  return new Map(
    childrenNamed(abstract, "w:lvl").map((element) => [
      Number(attribute(element, "w:ilvl")),
      levelOf(element),
    ]),
  );
}

function levelOf(element: MarkupNode): Level {
  const start = value(element, "w:start");
  return {
    start: start === "" ? 1 : Number(start),
    format: value(element, "w:numFmt") || "decimal",
    text: value(element, "w:lvlText"),
    legal: isOn(element, "w:isLgl"),
  };
}
