import type { DisclosedTable, Disclosure } from "../disclosure/disclosure.ts";
import { printedText } from "../disclosure/figures.ts";
import type { InspectionPart } from "../document/inspection.ts";
import type { DerivedRow, DerivedTable } from "../table/derived.ts";
import { fillText } from "../table/text.ts";

export interface FactPlace {
  readonly text: string;
  readonly anchor: string;
}

/** Every place that prints a fact, sentences first, by the fact's id. */
export function placesByFact(disclosure: Disclosure): ReadonlyMap<string, readonly FactPlace[]> {
  const places = new Map<string, FactPlace[]>();
  const add = (fact: string, place: FactPlace) => {
    const known = places.get(fact) ?? [];
    if (!known.some((other) => other.text === place.text)) places.set(fact, [...known, place]);
  };
  addSentences(disclosure, add);
  for (const table of disclosure.tables) addTable(table, disclosure, add);
  return places;
}

function addSentences({ sections }: Disclosure, add: (fact: string, place: FactPlace) => void): void {
  for (const section of sections) {
    let subheading = { text: section.heading, anchor: section.id };
    let subsection = 0;
    for (const paragraph of section.paragraphs) {
      if (paragraph.kind === "subheading") {
        subsection++;
        subheading = { text: `${section.heading}${paragraph.text}`, anchor: `${section.id}-${subsection}` };
        continue;
      }
      for (const run of paragraph.runs) if (run.fact !== undefined) add(run.fact, subheading);
    }
  }
}

function addTable(
  { entry, content }: DisclosedTable,
  disclosure: Disclosure,
  add: (fact: string, place: FactPlace) => void,
): void {
  const anchor = `table-${entry.number}`;
  if (content.kind === "forms") {
    for (const [index, form] of content.forms.entries()) {
      const own = content.forms.length > 1 ? `${anchor}-${index + 1}` : anchor;
      for (const fact of [form.amount, form.district, form.townSubsidy]) {
        if (fact !== undefined)
          add(fact.id, { text: `${entry.shortName} ${form.project?.name ?? "预算数"}`, anchor: own });
      }
    }
    return;
  }
  for (const block of content.table.blocks) {
    for (const row of block.rows) {
      for (const [column, fact] of Object.entries(row.cells)) {
        const header = block.definition.columns.find((candidate) => candidate.id === column)?.header ?? [];
        const words = [
          entry.shortName,
          rowWord(row),
          header.map((text) => fillText(text, disclosure.variables)).join("·"),
        ];
        add(fact.id, { text: words.join(" "), anchor });
      }
    }
  }
}

/** The printed sums of tables, by the total's fact: the first that the pack prints. */
export function partsByTotal(disclosure: Disclosure): ReadonlyMap<string, readonly InspectionPart[]> {
  const parts = new Map<string, readonly InspectionPart[]>();
  for (const { content } of disclosure.tables) {
    if (content.kind === "table") addParts(content.table, disclosure, parts);
  }
  return parts;
}

function addParts(
  table: DerivedTable,
  disclosure: Disclosure,
  parts: Map<string, readonly InspectionPart[]>,
): void {
  for (const identity of table.identities) {
    const block = table.blocks[identity.block];
    const total = block?.rows[identity.total.row]?.cells[identity.total.column];
    if (block === undefined || total === undefined || parts.has(total.id)) continue;
    const found = identity.parts.flatMap((part): InspectionPart[] => {
      const row = block.rows[part.row];
      const fact = row?.cells[part.column];
      if (row === undefined || fact === undefined || fact.id === total.id) return [];
      const label =
        part.row === identity.total.row
          ? (block.definition.columns.find((column) => column.id === part.column)?.header.at(-1) ?? "")
          : rowWord(row);
      return [
        {
          sign: part.sign,
          ref: fact.id,
          label: fillText(label, disclosure.variables),
          printed: printedText(fact, disclosure),
        },
      ];
    });
    if (found.length > 0) parts.set(total.id, found);
  }
}

function rowWord(row: DerivedRow): string {
  return row.code === undefined ? row.label : `${row.code} ${row.label}`;
}
