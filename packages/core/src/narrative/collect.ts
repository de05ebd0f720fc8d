import { isPriorKnown } from "../book/book.ts";
import type { FactBook } from "../fact/fact-book.ts";
import type { FigureDefinition, ParagraphDefinition, Piece, SectionDefinition } from "./definition.ts";
import { membersOf } from "./members.ts";

/** States every figure that a section may print, so that printing can decide them all before any text is written. */
export function collectSection(section: SectionDefinition, facts: FactBook): void {
  for (const figure of Object.values(section.figures)) collectFigure(figure, facts);
  for (const paragraph of section.paragraphs) collectParagraph(paragraph, facts);
}

function collectParagraph(paragraph: ParagraphDefinition, facts: FactBook): void {
  if ("sentences" in paragraph) for (const piece of paragraph.sentences) collectPiece(piece, facts);
  if (!("each" in paragraph)) return;
  for (const member of membersOf(paragraph.each, facts.book)) collectFigure(member, facts);
  for (const inner of paragraph.paragraphs) collectParagraph(inner, facts);
}

function collectPiece(piece: Piece, facts: FactBook): void {
  if (typeof piece === "string") return;
  if ("each" in piece) for (const member of membersOf(piece.each, facts.book)) collectFigure(member, facts);
  else for (const inner of [...piece.print, ...(piece.otherwise ?? [])]) collectPiece(inner, facts);
}

function collectFigure(figure: FigureDefinition, facts: FactBook): void {
  if (figure.count !== undefined) {
    facts.count({ item: figure.count });
    return;
  }
  facts.amount(figure.measure, facts.narrativeFormat);
  if (!isPriorKnown(facts.book, figure.measure)) return;
  facts.amount({ ...figure.measure, year: -1 }, facts.narrativeFormat);
  facts.change(figure.measure);
}
