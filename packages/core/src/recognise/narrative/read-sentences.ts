import { combine, type MeasureTemplate } from "../../measure/measure.ts";
import type { PackFact, PackParagraph, Unread } from "../../pack/pack.ts";
import { printedSpan } from "./compact.ts";
import type { Mention } from "./mention.ts";
import { type Narrative, type ReadParagraph, readStatements } from "./read-statements.ts";
import type { Comparison, Statement } from "./statement.ts";

export interface Sentences extends Narrative {
  readonly facts: readonly PackFact[];
  readonly unread: readonly Unread[];
}

/** Every figure of the prose: bound to a measure where its words are understood, listed as unread where not. */
export function readSentences(paragraphs: readonly PackParagraph[], year: number | undefined): Sentences {
  const narrative = readStatements(paragraphs, year);
  const collector = new FactCollector(narrative);
  for (const statement of narrative.statements) collector.statement(statement);
  for (const paragraph of narrative.paragraphs)
    for (const mention of paragraph.unbound) collector.unreadFigure(mention, paragraph);
  return { ...narrative, facts: collector.facts, unread: collector.unread };
}

/** The fact id of a figure in the prose. */
export function sentenceFactId(paragraph: number, mention: Mention): string {
  return `p${paragraph}:${mention.start}`;
}

class FactCollector {
  readonly facts: PackFact[] = [];
  readonly unread: Unread[] = [];

  constructor(private readonly narrative: Narrative) {}

  statement(statement: Statement): void {
    const paragraph = this.narrative.paragraphs[statement.paragraph];
    if (paragraph === undefined) return;
    const { measure, amount, share } = statement;
    const add = (mention: Mention | undefined, kind: PackFact["kind"], of: MeasureTemplate) => {
      if (mention !== undefined) this.add(mention, kind, of, paragraph);
    };
    add(amount, amount?.kind === "count" ? "count" : "amount", measure);
    for (const { base, amount: earlier } of statement.earlier)
      add(earlier, "amount", earlierMeasure(measure, { ...base, relative: -1 }));
    for (const comparison of statement.comparisons) {
      add(comparison.baseAmount, "amount", earlierMeasure(measure, comparison.base));
      add(comparison.change, "change", measure);
      add(comparison.growth, "growth", measure);
    }
    add(share?.figure, "share", measure);
  }

  unreadFigure(mention: Mention, { paragraph, compact }: ReadParagraph): void {
    const start = Math.max(0, mention.start - 12);
    this.unread.push({
      what: "figure",
      text: printedSpan(paragraph.text, compact, start, mention.end),
      reason: { zh: "没有读懂这个数字说的是什么", en: "what this figure states was not understood" },
      ...(paragraph.place === undefined ? {} : { place: paragraph.place }),
    });
  }

  private add(
    mention: Mention,
    kind: PackFact["kind"],
    measure: MeasureTemplate,
    paragraph: ReadParagraph,
  ): void {
    const known = Object.keys(measure).some((dimension) => dimension !== "year" && dimension !== "side");
    if (!known && !(measure.side !== undefined && kind === "amount")) {
      this.unreadFigure(mention, paragraph);
      return;
    }
    const { origin } = paragraph.compact;
    const { place } = paragraph.paragraph;
    this.facts.push({
      id: sentenceFactId(paragraph.index, mention),
      measure,
      kind,
      figure: mention.figure,
      text: mention.text,
      ...(place === undefined ? {} : { place }),
      source: {
        kind: "sentence",
        paragraph: paragraph.index,
        start: origin[mention.start] ?? 0,
        end: (origin[mention.end - 1] ?? 0) + 1,
      },
    });
  }
}

/** The measure of what a statement is compared with; nothing is known where the year is not. */
function earlierMeasure(measure: MeasureTemplate, base: Comparison["base"]): MeasureTemplate {
  if (base?.relative !== -1) return {};
  return combine(measure, { year: -1, ...(base.stage === undefined ? {} : { stage: base.stage }) });
}
