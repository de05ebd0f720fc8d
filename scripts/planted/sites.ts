import type { Block, Cell, Disclosure, Document, Fact, Figure, Place } from "@mingzhang/core";

/** One printed figure of a composed document: where it stands and which fact it states. */
export interface Site {
  readonly block: number;
  /** Of a grid: row and cell; of a paragraph: 0 and the run. */
  readonly row: number;
  readonly item: number;
  readonly kind: "cell" | "form" | "sentence";
  /** The table's caption, or the words before the figure. */
  readonly name: string;
  readonly text: string;
  readonly fact: Fact;
  readonly figure: Figure;
}

const NUMBER = /-?\d[\d,]*(?:\.\d+)?/u;

/** A printed text as a figure of the unit: its decimals are those that are printed, as a reader sees them. */
export function figureOf(text: string, unit: Figure["unit"]): Figure | undefined {
  const digits = NUMBER.exec(text)?.[0].replaceAll(",", "");
  if (digits === undefined) return undefined;
  const [whole = "", decimals = ""] = digits.split(".");
  return { unit, decimals: decimals.length, scaled: BigInt(whole + decimals) };
}

/** Every figure that a document prints for a fact. */
export function sitesOf(document: Document, { facts, figures }: Disclosure): readonly Site[] {
  const siteOf = (
    at: Pick<Site, "block" | "row" | "item" | "kind" | "name">,
    text: string,
    ref: string | undefined,
  ): Site[] => {
    const fact = facts.get(ref ?? "");
    const unit = figures.get(ref ?? "")?.unit;
    const figure = unit === undefined ? undefined : figureOf(text, unit);
    return fact === undefined || figure === undefined ? [] : [{ ...at, text, fact, figure }];
  };
  return document.blocks.flatMap((block, index): Site[] => {
    if (block.type === "grid") {
      const kind = block.caption.includes("绩效") ? "form" : "cell";
      return block.rows.flatMap((cells, row) =>
        cells.flatMap((cell, item) =>
          siteOf({ block: index, row, item, kind, name: block.caption }, cell.text, cell.ref),
        ),
      );
    }
    if (block.type !== "paragraph") return [];
    return block.children.flatMap((run, item) => {
      const before = block.children.slice(0, item).map(({ text }) => text);
      const name = before.join("").slice(-16);
      return siteOf({ block: index, row: 0, item, kind: "sentence", name }, run.text, run.ref);
    });
  });
}

/** The document with another text at one site, and nothing else changed. */
export function plant(document: Document, site: Site, text: string): Document {
  const blocks = document.blocks.map((block, index) =>
    index === site.block ? plantIn(block, site, text) : block,
  );
  return { ...document, blocks };
}

function plantIn(block: Block, site: Site, text: string): Block {
  if (block.type === "paragraph") return { ...block, children: block.children.with(site.item, { text }) };
  if (block.type !== "grid") return block;
  const row = block.rows[site.row] ?? [];
  return { ...block, rows: block.rows.with(site.row, row.with(site.item, cellOf(row[site.item], text))) };
}

/** A workbook prints the number, so the number is changed with the text; a formula would hide the change. */
function cellOf(cell: Cell | undefined, text: string): Cell {
  const { sum: _sum, number, ...rest } = cell ?? { text };
  const digits = NUMBER.exec(text)?.[0].replaceAll(",", "");
  if (number === undefined || digits === undefined) return { ...rest, text };
  const decimals = digits.split(".")[1]?.length ?? 0;
  return { ...rest, text, number: { ...number, value: digits, decimals } };
}

/** The place that `withPlaces` gives a site. */
export function placeOf({ block, row, item, kind }: Site): Place {
  return kind === "sentence"
    ? { kind: "line", line: block }
    : { kind: "line", line: block, column: row * 1000 + item };
}

/** The document with a place for every cell and paragraph, so that a finding's place can be compared. */
export function withPlaces(document: Document): Document {
  const blocks = document.blocks.map((block, line): Block => {
    if (block.type === "paragraph" || block.type === "heading")
      return { ...block, place: { kind: "line", line } };
    if (block.type !== "grid") return block;
    const rows = block.rows.map((cells, row) =>
      cells.map(
        (cell, item): Cell => ({ ...cell, place: { kind: "line", line, column: row * 1000 + item } }),
      ),
    );
    return { ...block, rows, place: { kind: "line", line } };
  });
  return { ...document, blocks };
}
