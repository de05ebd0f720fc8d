import type { Block, Box, Document } from "@mingzhang/core";
import { gridBlock, textBlock, typeScaleOf } from "./blocks.ts";
import { captionOf } from "./captions.ts";
import type { PageFlow, TextLine } from "./flow.ts";
import { joinTables } from "./join.ts";
import { withoutRunningLines } from "./margins.ts";
import { type PlacedLine, paragraphsOf, type TextBlock } from "./paragraphs.ts";
import { joinSideways } from "./sideways.ts";
import type { Surroundings, Table } from "./table.ts";
import { tableOf } from "./toTable.ts";

type Item =
  | { readonly kind: "text"; readonly lines: PlacedLine[] }
  | { readonly kind: "table"; table: Table };

/** The Document of all pages: text between tables as paragraphs, tables joined over pages. */
export function assemble(flows: readonly PageFlow[]): Document {
  const items: Item[] = [];
  for (const flow of withoutRunningLines(flows)) addPage(items, flow);
  const blocks = finish(withWideTables(items));
  const title = blocks.find((block) => block.type === "heading")?.text ?? "";
  return { title, language: "zh-CN", blocks };
}

function addPage(items: Item[], flow: PageFlow): void {
  let lines: TextLine[] = [];
  const placed = (own: readonly TextLine[]): PlacedLine[] =>
    own.map((line) => ({ line, page: flow.number, width: flow.width }));
  for (const item of flow.items) {
    if (item.kind === "line") {
      lines.push(item.line);
      continue;
    }
    const { around, taken } = captionOf(lines, item.piece.box);
    addText(items, placed(lines.slice(0, lines.length - taken)));
    const isTop = taken === lines.length && item === flow.items.find(({ kind }) => kind === "piece");
    const title =
      isTop && !/表/.test(around.caption)
        ? titleBefore(items, { flow, around, box: item.piece.box })
        : around;
    addTable(items, tableOf(item.piece, title));
    lines = [];
  }
  addText(items, placed(lines));
}

const TITLE = /^[^见如]{3,}(?<![下上本])表(?:[（(][^（）()]*[）)])*$/;

interface PageTop {
  readonly flow: PageFlow;
  /** What the lines above the table on its own page say. */
  readonly around: Surroundings;
  readonly box: Box;
}

/** A table at the top of a page may have left its title, and the line with body and unit, at the foot of the page before. */
function titleBefore(items: Item[], { flow, around, box }: PageTop): Surroundings {
  const last = items.at(-1);
  if (last?.kind !== "text") return around;
  const before = last.lines.filter(({ page }) => page === flow.number - 1).map(({ line }) => line);
  const { around: found, taken } = captionOf(before, box);
  if (taken === 0 || last.lines.at(-1)?.page !== flow.number - 1 || !TITLE.test(found.caption)) return around;
  last.lines.splice(last.lines.length - taken, taken);
  return { ...found, ...around, caption: found.caption };
}

function addText(items: Item[], lines: readonly PlacedLine[]): void {
  if (lines.length === 0) return;
  const last = items.at(-1);
  if (last?.kind === "text") last.lines.push(...lines);
  else items.push({ kind: "text", lines: [...lines] });
}

function addTable(items: Item[], table: Table): void {
  const last = items.at(-1);
  const joined = last?.kind === "table" ? joinTables(last.table, table) : undefined;
  if (last?.kind === "table" && joined !== undefined) last.table = joined;
  else items.push({ kind: "table", table });
}

/** Tables that go on sideways put together, and then, where that made them alike, over their pages. */
function withWideTables(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  for (const item of items) {
    const last = result.at(-1);
    const wide =
      last?.kind === "table" && item.kind === "table" ? joinSideways(last.table, item.table) : undefined;
    if (wide === undefined) {
      result.push(item);
      continue;
    }
    result.pop();
    addTable(result, wide);
  }
  return result;
}

function finish(items: readonly Item[]): Block[] {
  const texts = items.map((item) => (item.kind === "text" ? paragraphsOf(item.lines) : []));
  const scale = typeScaleOf(texts.flat());
  const blocks: Block[] = [];
  let headings = 0;
  let tables = 0;
  for (const [index, item] of items.entries()) {
    if (item.kind === "table") {
      const { notes } = splitNotes(texts[index + 1] ?? []);
      blocks.push(gridBlock({ ...item.table, below: notes.map((note) => note.text) }, `table-${++tables}`));
      continue;
    }
    const own = texts[index] ?? [];
    const { rest } = items[index - 1]?.kind === "table" ? splitNotes(own) : { rest: own };
    for (const block of rest) blocks.push(textBlock(block, scale, `heading-${++headings}`));
  }
  return blocks;
}

/** How a note below a table begins. */
export const NOTE = /^[（(]?\s*(?:备\s*)?[注说][明释]?\s*\d?\s*[:：]|^[※*＊]/;

/** Notes directly below a table belong to it. */
function splitNotes(blocks: readonly TextBlock[]): { notes: TextBlock[]; rest: TextBlock[] } {
  let count = 0;
  while (count < blocks.length && NOTE.test(blocks[count]?.text ?? "")) count++;
  return { notes: blocks.slice(0, count), rest: blocks.slice(count) };
}
