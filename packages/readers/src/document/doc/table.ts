import type { FlowTable, SourceCell } from "../../grid/flow.ts";
import type { WordProperties } from "./properties.ts";

/** A row of a table as the file holds it: its cells' texts and what its end mark says. */
export interface WordRow {
  readonly texts: readonly string[];
  readonly properties: WordProperties;
  /** Of the document, counted in paragraphs from 1. */
  readonly line: number;
}

/** Edges of cells closer than this, in twips, are one edge. */
const NEAR = 20;

/** Rows give the edges of their cells only: columns are all edges of the table, spans what lies between a cell's own. */
export function tableOf(rows: readonly WordRow[]): FlowTable {
  const edges = levels(rows.flatMap((row) => edgesOf(row)));
  const indexOf = (edge: number) => edges.findIndex((level) => Math.abs(level - edge) <= NEAR);
  let above = new Map<number, Open>();
  const placed = rows.map((row): Open[] => {
    const own = edgesOf(row);
    const open = new Map<number, Open>();
    const cells: Open[] = [];
    row.texts.forEach((text, index) => {
      const column = Math.max(0, indexOf(own[index] ?? 0));
      const colSpan = Math.max(1, indexOf(own[index + 1] ?? 0) - column);
      const merge = row.properties.merges[index] ?? "none";
      const owner = merge === "continued" ? above.get(column) : undefined;
      if (owner !== undefined) owner.rowSpan++;
      else cells.push({ column, colSpan, rowSpan: 1, text, place: { kind: "line", line: row.line } });
      const holder = owner ?? cells.at(-1);
      if (merge !== "none" && holder !== undefined) open.set(column, holder);
    });
    above = open;
    return cells;
  });
  const place = { kind: "line", line: rows[0]?.line ?? 1 } as const;
  return { kind: "table", width: Math.max(1, edges.length - 1), rows: placed, titles: [], place };
}

interface Open extends SourceCell {
  rowSpan: number;
}

/** A row without edges that fit its cells has columns of one width. */
function edgesOf({ texts, properties }: WordRow): readonly number[] {
  if (properties.edges.length === texts.length + 1) return properties.edges;
  return Array.from({ length: texts.length + 1 }, (_, index) => index * 1000);
}

function levels(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, index) => index === 0 || value - (sorted[index - 1] ?? 0) > NEAR);
}
