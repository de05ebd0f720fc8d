import type { Place } from "../../document/document.ts";
import type { Pack } from "../../pack/pack.ts";
import type { RuleResult, Violation } from "../rule.ts";

/** A line of text of a pack: a paragraph, or a cell of a table. */
export interface Line {
  readonly text: string;
  readonly kind: "paragraph" | "heading" | "cell" | "caption";
  readonly place?: Place;
}

/** Every text that a pack prints, in order: prose first, then captions, cells and notes of its tables. */
export function linesOf(pack: Pack): readonly Line[] {
  const prose = pack.paragraphs.map(({ text, heading, place }) => ({
    text,
    kind: heading === true ? ("heading" as const) : ("paragraph" as const),
    ...(place === undefined ? {} : { place }),
  }));
  return [...prose, ...pack.documents.flatMap(({ document }) => document.blocks.flatMap(gridLines))];
}

function gridLines(block: Pack["documents"][number]["document"]["blocks"][number]): Line[] {
  if (block.type !== "grid") return [];
  const at = block.place === undefined ? {} : { place: block.place };
  const around = [block.caption, ...block.below].map((text) => ({ text, kind: "caption" as const, ...at }));
  const cells = block.rows.flatMap((row) =>
    row.map((cell) => ({
      text: cell.text,
      kind: "cell" as const,
      ...(cell.place === undefined ? at : { place: cell.place }),
    })),
  );
  return [...around, ...cells].filter(({ text }) => text.trim() !== "");
}

/** The words around a position, for a quotation. */
export function around(text: string, start: number, end: number, margin = 14): string {
  const from = Math.max(0, start - margin);
  const to = Math.min(text.length, end + margin);
  return `${from > 0 ? "…" : ""}${text.slice(from, to).trim()}${to < text.length ? "…" : ""}`;
}

export function violationAt(line: Line, violation: Omit<Violation, "place">): RuleResult {
  return { outcome: "conflict", ...violation, ...(line.place === undefined ? {} : { place: line.place }) };
}

/** What a rule says of words that it found; they are quoted with those around them unless it quotes something else. */
type Told = Omit<Violation, "place" | "quote" | "printed"> & Pick<Violation, "quote">;

/** A violation for each line in which words are found, the first of them in a line; or that there are none. */
export function wordsFound(
  lines: readonly Line[],
  find: (text: string) => RegExpExecArray | null,
  tell: (words: string, line: Line) => Told,
): readonly RuleResult[] {
  const faults = lines.flatMap((line): RuleResult[] => {
    const match = find(line.text);
    if (match === null) return [];
    const [words] = match;
    const told = tell(words, line);
    const quote = told.quote ?? around(line.text, match.index, match.index + words.length);
    return [violationAt(line, { ...told, quote, printed: words })];
  });
  return orHolds(faults, lines);
}

/** The faults found, or that the text was looked through and held none. */
export function orHolds(faults: readonly RuleResult[], lines: readonly Line[]): readonly RuleResult[] {
  if (faults.length > 0) return faults;
  if (lines.length > 0) return [{ outcome: "holds" }];
  return [{ outcome: "not-applicable", reason: { zh: "没有文字", en: "there is no text" } }];
}
