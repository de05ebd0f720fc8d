import type { Grid } from "../document/document.ts";
import type { Pack, PackDocument } from "../pack/pack.ts";
import { joinContinued } from "./continued.ts";
import { recogniseKind } from "./kind.ts";
import { readContents } from "./narrative/contents.ts";
import { readParagraphs } from "./narrative/paragraphs.ts";
import { readSentences } from "./narrative/read-sentences.ts";
import { recognisePerformance } from "./performance/performance.ts";
import { areSeveralPacks, identityOfDocument } from "./several.ts";
import { recogniseTable, unitOf } from "./tables.ts";

/** Understands the documents of one published pack, as far as the field's vocabulary reaches. Never throws. */
export function recognise(documents: readonly PackDocument[]): Pack {
  const kind = { ...recogniseKind(documents), ...severalIn(documents) };
  const grids = documents.flatMap(({ name, document }) =>
    joinContinued(document.blocks).map((grid) => ({ name, grid })),
  );
  const usualUnit = usualUnitOf(grids.map(({ grid }) => grid));
  const read = grids.map(({ name, grid }, index) =>
    recogniseTable(grid, {
      document: name,
      id: `t${index + 1}`,
      usualUnit,
      ...(kind.year === undefined ? {} : { year: kind.year }),
    }),
  );
  const paragraphs = readParagraphs(documents);
  const sentences = readSentences(paragraphs, kind.year);
  const { performance, unreadForms } = recognisePerformance(documents, usualUnit);
  return {
    ...kind,
    documents,
    contents: readContents(documents),
    tables: read.map(({ table }) => table),
    paragraphs,
    performance,
    facts: [...read.flatMap(({ facts }) => facts), ...sentences.facts],
    unread: [...read.flatMap(({ unread }) => unread), ...sentences.unread, ...unreadForms],
  };
}

/** Files that a message names. */
const NAMED = 4;

/** Files that are no one pack are said to be none. */
function severalIn(documents: readonly PackDocument[]): Partial<Pick<Pack, "kind" | "reason">> {
  if (documents.length < 2) return {};
  const files = documents.map((document) => ({ name: document.name, ...identityOfDocument(document) }));
  if (!areSeveralPacks(files)) return {};
  const named = files.flatMap(({ name, body, year }) =>
    body === undefined && year === undefined ? [] : [`${name}：${body ?? ""}${year ?? ""}`],
  );
  const listed = [...named.slice(0, NAMED), ...(named.length > NAMED ? ["……"] : [])];
  return {
    kind: "several",
    reason: {
      zh: `各文件的单位、年度或文种不同（${listed.join("，")}）`,
      en: `the files are of different bodies, years or kinds (${listed.join(", ")})`,
    },
  };
}

function usualUnitOf(grids: readonly Grid[]): "yuan" | "wan-yuan" {
  const units = grids.map(unitOf);
  const yuan = units.filter((unit) => unit === "yuan").length;
  return yuan > units.filter((unit) => unit === "wan-yuan").length ? "yuan" : "wan-yuan";
}
