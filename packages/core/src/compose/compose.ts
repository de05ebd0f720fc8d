import type { Disclosure } from "../disclosure/disclosure.ts";
import type { Block, Cell, Document, Grid, Inline } from "../document/document.ts";
import type { DerivedParagraph, DerivedSection } from "../narrative/derived.ts";
import type { OutlineItem } from "../profile/profile.ts";
import { chineseNumber } from "../table/derive.ts";
import { fillText } from "../table/text.ts";
import { chartsOf } from "./charts.ts";
import { composeForms } from "./performance.ts";
import { composeTable } from "./table.ts";

/** Lays a disclosure out as a document, in the order of the profile's outline. */
export function compose(disclosure: Disclosure): Document {
  const { profile, variables, book } = disclosure;
  const fill = (text: string) => fillText(text, variables);
  const date = book.budget.department.publicationDate;
  return {
    title: fill(profile.title),
    language: "zh-CN",
    author: variables.name,
    ...(date === undefined ? {} : { date }),
    blocks: [
      {
        type: "cover",
        title: fill(profile.cover.title),
        ...(profile.cover.subtitle === undefined ? {} : { subtitle: fill(profile.cover.subtitle) }),
        lines: [...profile.cover.lines.map(fill), ...(date === undefined ? [] : [chineseDate(date)])],
      },
      { type: "contents", title: profile.contentsTitle },
      ...outlineBlocks(disclosure),
    ],
  };
}

function outlineBlocks(disclosure: Disclosure): Block[] {
  const numbers = { part: 0, numberedPart: 0, section: 0 };
  return disclosure.profile.outline.flatMap((item): Block[] => {
    if ("part" in item) {
      numbers.part++;
      numbers.section = 0;
      const number = item.numbering === "chinese" ? ++numbers.numberedPart : undefined;
      const text = numbered(number, fillText(item.part, disclosure.variables));
      return [{ type: "heading", level: 1, id: `part-${numbers.part}`, text }];
    }
    if ("section" in item) {
      if (item.numbering === "none") return sectionBlocks(item, undefined, disclosure);
      const number = item.level === 1 ? ++numbers.numberedPart : ++numbers.section;
      return sectionBlocks(item, number, disclosure);
    }
    return "catalogue" in item ? [catalogueGrid(item.catalogue, disclosure)] : tableBlocks(disclosure);
  });
}

function sectionBlocks(
  item: Extract<OutlineItem, { section: string }>,
  number: number | undefined,
  disclosure: Disclosure,
): Block[] {
  const section = disclosure.sections.find((candidate) => candidate.id === item.section);
  if (section === undefined) return [];
  const heading = item.heading === undefined ? section.heading : fillText(item.heading, disclosure.variables);
  return [
    { type: "heading", level: section.level, id: section.id, text: numbered(number, heading) },
    ...paragraphBlocks(section),
    ...chartsOf(section.id, disclosure),
  ];
}

function numbered(number: number | undefined, heading: string): string {
  return number === undefined ? heading : `${chineseNumber(number)}、${heading}`;
}

function paragraphBlocks(section: DerivedSection): Block[] {
  let subsection = 0;
  return section.paragraphs.map((paragraph): Block => {
    if (paragraph.kind === "text")
      return { type: "paragraph", style: paragraph.style, children: inlines(paragraph) };
    subsection++;
    return {
      type: "heading",
      level: section.level === 1 ? 2 : 3,
      id: `${section.id}-${subsection}`,
      text: paragraph.text,
    };
  });
}

function inlines(paragraph: Extract<DerivedParagraph, { kind: "text" }>): Inline[] {
  return paragraph.runs.map((run) =>
    run.fact === undefined ? { text: run.text } : { text: run.text, ref: run.fact },
  );
}

function tableBlocks(disclosure: Disclosure): Block[] {
  return disclosure.tables.flatMap((entry) =>
    entry.content.kind === "table"
      ? [composeTable(entry, entry.content.table, disclosure)]
      : composeForms(entry, entry.content.forms, disclosure),
  );
}

/** 公开目录: the numbers and titles of all tables. */
function catalogueGrid(title: string, disclosure: Disclosure): Grid {
  const header = ["编号", "表号", "表名"].map((text): Cell => ({ text, header: "column", align: "center" }));
  return {
    type: "grid",
    id: "table-catalogue",
    caption: fillText(title, disclosure.variables),
    shortName: "公开表目录",
    columns: [
      { id: "number", width: 8, align: "center" },
      { id: "short-name", width: 12, align: "center" },
      { id: "title", width: 80, align: "left" },
    ],
    headerRows: 1,
    rows: [
      header,
      ...disclosure.tables.map(({ entry, title: text }): Cell[] => [
        { text: entry.number, align: "center" },
        { text: entry.shortName, align: "center" },
        { text, header: "row" },
      ]),
    ],
    below: [],
    orientation: "portrait",
  };
}

/** "2023-02-24" → 2023年2月24日 */
function chineseDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
