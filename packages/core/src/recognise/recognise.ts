import type { Grid } from "../document/document.ts";
import type { Pack, PackDocument } from "../pack/pack.ts";
import { readCatalogue } from "./catalogue.ts";
import { joinContinued } from "./continued.ts";
import { recogniseKind } from "./kind.ts";
import { conceptOfTitle } from "./lexicon/titles.ts";
import { recogniseTable, unitOf } from "./tables.ts";

/** Understands the documents of one published pack, as far as the field's vocabulary reaches. Never throws. */
export function recognise(documents: readonly PackDocument[]): Pack {
  const kind = recogniseKind(documents);
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
  return {
    ...kind,
    documents,
    contents: grids.flatMap(({ grid }) =>
      conceptOfTitle(grid.caption) === "catalogue" ? readCatalogue(grid) : [],
    ),
    tables: read.map(({ table }) => table),
    paragraphs: [],
    facts: read.flatMap(({ facts }) => facts),
    unread: read.flatMap(({ unread }) => unread),
  };
}

function usualUnitOf(grids: readonly Grid[]): "yuan" | "wan-yuan" {
  const units = grids.map(unitOf);
  const yuan = units.filter((unit) => unit === "yuan").length;
  return yuan > units.filter((unit) => unit === "wan-yuan").length ? "yuan" : "wan-yuan";
}
