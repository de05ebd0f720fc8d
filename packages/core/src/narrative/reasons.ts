import { isPriorKnown } from "../book/book.ts";
import type { Reason } from "../budget/budget.ts";
import { REASON_SUBJECTS } from "../budget/terms.ts";
import type { Fact } from "../fact/fact.ts";
import type { FactBook } from "../fact/fact-book.ts";
import type { Finding } from "../finding/finding.ts";
import { type Figure, percentage } from "../money/figure.ts";
import type { FigureDefinition, ParagraphDefinition, Piece, SectionDefinition } from "./definition.ts";
import { membersOf } from "./members.ts";

const REASON_OF_MEMBER = "{reason:it}";

/**
 * The changes that need a reason and have none: by `threshold` percent or more, or from nothing
 * (财政部 reviews ask why 三公经费 and totals change).
 */
export function missingReasons(
  section: SectionDefinition,
  facts: FactBook,
  print: (fact: Fact) => Figure | undefined,
  reasons: readonly Reason[],
  threshold: number,
): readonly Finding[] {
  return figuresWithReasons(section, facts).flatMap((figure) => {
    const change = facts.change(figure.measure);
    const printed = print(change)?.scaled ?? 0n;
    if (
      printed === 0n ||
      reasons.some((reason) => reason.subject === figure.reason && reason.reason !== undefined)
    )
      return [];
    const base = facts.amount({ ...figure.measure, year: -1 }, facts.narrativeFormat).exact;
    const percent = percentage(change.exact, base, 0);
    if (percent !== undefined && magnitude(percent.scaled) < BigInt(threshold)) return [];
    return [findingFor(figure.reason ?? "", percent?.scaled, facts.book.body)];
  });
}

function figuresWithReasons(section: SectionDefinition, facts: FactBook): FigureDefinition[] {
  const own = Object.values(section.figures);
  const listed = section.paragraphs.flatMap((paragraph) => figuresOfParagraph(paragraph, facts));
  return [...own, ...listed].filter(
    (figure) =>
      figure.reason !== undefined && !figure.reasonOptional && isPriorKnown(facts.book, figure.measure),
  );
}

function figuresOfParagraph(paragraph: ParagraphDefinition, facts: FactBook): readonly FigureDefinition[] {
  if ("sentences" in paragraph) return paragraph.sentences.flatMap((piece) => listedFigures(piece, facts));
  if (!("each" in paragraph)) return [];
  const inner = paragraph.paragraphs.flatMap((nested) => figuresOfParagraph(nested, facts));
  return asksForReason(paragraph.paragraphs) ? [...membersOf(paragraph.each, facts.book), ...inner] : inner;
}

function asksForReason(paragraphs: readonly ParagraphDefinition[]): boolean {
  return paragraphs.some(
    (paragraph) =>
      "sentences" in paragraph &&
      paragraph.sentences.some((piece) => typeof piece === "string" && piece.includes(REASON_OF_MEMBER)),
  );
}

function listedFigures(piece: Piece, facts: FactBook): readonly FigureDefinition[] {
  if (typeof piece === "string") return [];
  if ("each" in piece) return piece.as.includes(REASON_OF_MEMBER) ? membersOf(piece.each, facts.book) : [];
  return [...piece.print, ...(piece.otherwise ?? [])].flatMap((inner) => listedFigures(inner, facts));
}

function findingFor(subject: string, percent: bigint | undefined, body: string): Finding {
  const how = percent === undefined ? { zh: "从无到有", en: "appears from nothing" } : wordFor(percent);
  const word = REASON_SUBJECTS.find(({ id }) => id === subject)?.zh ?? subject;
  return {
    rule: "narrative/reason-required",
    level: "error",
    message: {
      zh: `“${word}”比上年${how.zh}，未填主要原因。`,
      en: `"${subject}" ${how.en} on the prior year and no reason is given.`,
    },
    remedy: {
      zh: `在“增减原因”表中为“${word}”填写主要原因。`,
      en: `Give a reason for "${subject}" in the sheet "reasons".`,
    },
    place: { kind: "sheet", sheet: body === "department" ? "增减原因" : `增减原因（${body}）` },
  };
}

function wordFor(percent: bigint) {
  return percent < 0n
    ? { zh: `减少${-percent}%`, en: `falls by ${-percent}%` }
    : { zh: `增加${percent}%`, en: `grows by ${percent}%` };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
