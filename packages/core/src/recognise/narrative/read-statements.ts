import type { PackParagraph } from "../../pack/pack.ts";
import { type Compact, compact } from "./compact.ts";
import type { Mention } from "./mention.ts";
import { ParagraphReader } from "./paragraph-reader.ts";
import { linkLists } from "./parts.ts";
import type { Statement } from "./statement.ts";
import { bindMeasures } from "./subject.ts";

/** What the prose of a pack states, paragraph by paragraph. */
export interface Narrative {
  readonly paragraphs: readonly ReadParagraph[];
  readonly statements: readonly Statement[];
}

export interface ReadParagraph {
  readonly index: number;
  readonly paragraph: PackParagraph;
  readonly compact: Compact;
  /** Figures that no statement holds. */
  readonly unbound: readonly Mention[];
}

/** Reads every figure of the prose into statements; `year` is the pack's budget year. */
export function readStatements(paragraphs: readonly PackParagraph[], year: number | undefined): Narrative {
  const statements: Statement[] = [];
  const read: ReadParagraph[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = compact(paragraph.text);
    const reader = new ParagraphReader(
      { index, year, topic: paragraph.headings.at(-1) ?? "" },
      statements.length,
    );
    const result = reader.read(text.text);
    statements.push(...result.statements);
    read.push({ index, paragraph, compact: text, unbound: result.unbound });
  }
  return { paragraphs: read, statements: bindMeasures(linkLists(statements, read), read, year) };
}
