import { type Book, DEPARTMENT } from "../book/book.ts";
import type { Note } from "../budget/budget.ts";
import type { Finding, Text } from "../finding/finding.ts";
import type { SectionDefinition } from "./definition.ts";

/** What the body wrote about itself: a unit's own texts, the department's otherwise. */
export function textsOf(source: "mandate" | "structure" | "notes", book: Book): readonly string[] {
  const { budget, body, units } = book;
  if (source === "notes")
    return notesOf(book).flatMap(({ table, text }) => (table === undefined ? [text] : []));
  return body === DEPARTMENT ? budget.department[source] : (units[0]?.[source] ?? []);
}

/** What the body adds in its own words, in the narrative or below tables: the department's notes are not its units'. */
export function notesOf({ budget, body }: Book): readonly Note[] {
  return budget.notes.filter(({ unit = DEPARTMENT }) => unit === body);
}

const COLUMNS = {
  mandate: { zh: "职责", en: "mandate" },
  structure: { zh: "机构设置", en: "structure" },
} as const satisfies Record<string, Text>;

/** The sections of a unit's pack that would be published without a word, because the unit wrote none. */
export function missingTexts(section: SectionDefinition, book: Book): readonly Finding[] {
  if (book.body === DEPARTMENT) return [];
  return section.paragraphs.flatMap((paragraph) => {
    if (!("texts" in paragraph) || paragraph.texts === "notes") return [];
    return textsOf(paragraph.texts, book).length > 0 ? [] : [findingFor(COLUMNS[paragraph.texts], book)];
  });
}

function findingFor(column: Text, { body }: Book): Finding {
  return {
    rule: "narrative/text-required",
    level: "warning",
    message: {
      zh: `单位“${body}”未填${column.zh}，单位预算公开中这一部分没有文字。`,
      en: `Unit "${body}" has no ${column.en}, so that part of its pack has no text.`,
    },
    remedy: {
      zh: `在“预算单位”表中填写“${body}”的${column.zh}。`,
      en: `Fill in the ${column.en} of "${body}" in the sheet "预算单位".`,
    },
    place: { kind: "sheet", sheet: "预算单位" },
  };
}
