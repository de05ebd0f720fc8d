import { chineseNumber } from "../table/derive.ts";
import { fillText } from "../table/text.ts";
import type { ParagraphDefinition, SectionDefinition } from "./definition.ts";
import type { DerivedParagraph, DerivedSection, Run } from "./derived.ts";
import { termsUsedIn } from "./terms.ts";
import { textsOf } from "./texts.ts";
import { SentenceWriter, type WriteContext } from "./write.ts";

/** A section where the outline puts it. */
export interface PlacedSection {
  readonly definition: SectionDefinition;
  readonly level: 1 | 2;
}

/** Writes the sections in order; the section that explains terms looks at the text of all others. */
export function writeSections(
  sections: readonly PlacedSection[],
  context: WriteContext,
): readonly DerivedSection[] {
  const plain = sections.map((section) => writeSection(section, context, ""));
  const text = plain.map(textOf).join("\n");
  return sections.map((section, index) =>
    section.definition.paragraphs.some((paragraph) => "terms" in paragraph)
      ? writeSection(section, context, text)
      : (plain[index] ?? writeSection(section, context, text)),
  );
}

function writeSection(
  { definition, level }: PlacedSection,
  context: WriteContext,
  narrative: string,
): DerivedSection {
  let subsection = 0;
  const write = (writer: SentenceWriter, paragraph: ParagraphDefinition): DerivedParagraph[] => {
    if ("when" in paragraph && !writer.holds(paragraph.when)) return [];
    if ("each" in paragraph) {
      return writer
        .members(paragraph.each)
        .flatMap((member) => paragraph.paragraphs.flatMap((inner) => write(member, inner)));
    }
    if (!("subheading" in paragraph)) return writeParagraph(paragraph, writer, context, narrative);
    subsection++;
    const number = level === 1 ? `${chineseNumber(subsection)}、` : `（${chineseNumber(subsection)}）`;
    return [{ kind: "subheading", text: number + plainText(writer.write([paragraph.subheading])) }];
  };
  const writer = new SentenceWriter(definition, context);
  return {
    id: definition.id,
    level,
    heading: fillText(definition.heading, context.variables),
    paragraphs: definition.paragraphs.flatMap((paragraph) => write(writer, paragraph)),
  };
}

function writeParagraph(
  paragraph: Exclude<ParagraphDefinition, { subheading: string } | { each: unknown }>,
  writer: SentenceWriter,
  context: WriteContext,
  narrative: string,
): DerivedParagraph[] {
  if ("sentences" in paragraph) {
    const runs = writer.write(paragraph.sentences);
    return runs.length === 0 ? [] : [{ kind: "text", runs, style: paragraph.style ?? "body" }];
  }
  if ("terms" in paragraph) {
    return termsUsedIn(narrative, context.variables).map((term, index) => ({
      kind: "text",
      runs: [{ text: `（${chineseNumber(index + 1)}）${term.word}：${term.text}` }],
      style: "body",
    }));
  }
  return textsOf(paragraph.texts, context.facts.book).map((text, index) => ({
    kind: "text",
    runs: [{ text: paragraph.numbered ? `${index + 1}.${stripNumber(text)}` : text }],
    style: paragraph.numbered ? "list" : "body",
  }));
}

function plainText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

function stripNumber(text: string): string {
  return text.replace(/^\s*(?:\d+[.．、]|[（(]?[一二三四五六七八九十]+[）)、])\s*/u, "");
}

/** The plain text of a section. */
export function textOf(section: DerivedSection): string {
  const lines = section.paragraphs.map((paragraph) =>
    paragraph.kind === "subheading" ? paragraph.text : plainText(paragraph.runs),
  );
  return [section.heading, ...lines].join("\n");
}
