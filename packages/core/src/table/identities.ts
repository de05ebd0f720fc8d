import type { ClassifiedRows, FixedRow } from "./definition.ts";
import { type DerivedBlock, type DerivedRow, figureColumns, type TableIdentity } from "./derived.ts";

type Term = { readonly row: number; readonly sign: 1 | -1 };

/** Every sum that the definition implies among the printed cells of a block. */
export function identitiesOf(block: DerivedBlock, index: number): readonly TableIdentity[] {
  return [...rowIdentities(block, index), ...columnIdentities(block, index)];
}

/** Totals and parents down each column. */
function* rowIdentities(block: DerivedBlock, index: number): Generator<TableIdentity> {
  const columns = figureColumns(block.definition).filter((column) => "measure" in column);
  for (const { total, parts } of rowSums(block)) {
    for (const { id: column } of columns) {
      if (block.rows[total]?.cells[column] === undefined) continue;
      const terms = parts.filter((part) => block.rows[part.row]?.cells[column] !== undefined);
      if (terms.length > 0) {
        yield {
          block: index,
          total: { row: total, column },
          parts: terms.map((term) => ({ ...term, column })),
        };
      }
    }
  }
}

function rowSums(block: DerivedBlock): { total: number; parts: Term[] }[] {
  const spans = spansOf(block);
  const sums: { total: number; parts: Term[] }[] = [];
  for (const definition of block.definition.rows) {
    const span = spans.get(definition.id);
    if (span === undefined) continue;
    if ("each" in definition) sums.push(...parentSums(definition, block.rows, span));
    else if (definition.parts !== undefined) sums.push(fixedSum(definition, block.rows, spans, span));
  }
  return sums;
}

type Span = { readonly start: number; readonly end: number; readonly classified: boolean };

/** Which derived rows each row definition gave; a definition that gave none has no span. */
function spansOf(block: DerivedBlock): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const definition of block.definition.rows) {
    const start = block.rows.findIndex((row) => row.source === definition.id);
    const end = block.rows.findLastIndex((row) => row.source === definition.id) + 1;
    if (start >= 0) spans.set(definition.id, { start, end, classified: "each" in definition });
  }
  return spans;
}

function fixedSum(definition: FixedRow, rows: readonly DerivedRow[], spans: Map<string, Span>, own: Span) {
  const terms = (ids: readonly string[] | undefined, sign: 1 | -1) =>
    (ids ?? []).flatMap((id) => topRows(rows, spans.get(id)).map((row): Term => ({ row, sign })));
  return { total: own.start, parts: [...terms(definition.parts, 1), ...terms(definition.minus, -1)] };
}

/** A fixed row itself; of classified rows those whose parent is not among them. */
function topRows(rows: readonly DerivedRow[], span: Span | undefined): number[] {
  if (span === undefined) return [];
  const indices = Array.from({ length: span.end - span.start }, (_, offset) => span.start + offset);
  if (!span.classified) return indices;
  const shortest = Math.min(...indices.map((row) => rows[row]?.code?.length ?? 0));
  return indices.filter((row) => rows[row]?.code?.length === shortest);
}

function parentSums(definition: ClassifiedRows, rows: readonly DerivedRow[], span: Span) {
  const lengths = definition.levels.map((level) => 2 * level + 1);
  const children = new Map<string, Term[]>();
  for (let row = span.start; row < span.end; row++) {
    const code = rows[row]?.code ?? "";
    const parentLength = lengths[lengths.indexOf(code.length) - 1];
    if (parentLength === undefined) continue;
    const parent = code.slice(0, parentLength);
    children.set(parent, [...(children.get(parent) ?? []), { row, sign: 1 }]);
  }
  return [...children].flatMap(([parent, parts]) => {
    const total = rows.findIndex((row, index) => index >= span.start && row.code === parent);
    return total < 0 ? [] : [{ total, parts }];
  });
}

/** Total columns across each row. */
function* columnIdentities(block: DerivedBlock, index: number): Generator<TableIdentity> {
  const totals = figureColumns(block.definition).filter((column) => "parts" in column);
  for (const [row, { cells }] of block.rows.entries()) {
    for (const column of totals) {
      if (cells[column.id] === undefined || !("parts" in column)) continue;
      const parts = (column.parts ?? []).filter((part) => cells[part] !== undefined);
      if (parts.length > 0) {
        yield {
          block: index,
          total: { row, column: column.id },
          parts: parts.map((part) => ({ row, column: part, sign: 1 as const })),
        };
      }
    }
  }
}
