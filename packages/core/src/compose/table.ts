import type { DisclosedTable, Disclosure } from "../disclosure/disclosure.ts";
import { printedText } from "../disclosure/figures.ts";
import type { Cell, Grid, GridColumn, SumTerm } from "../document/document.ts";
import type { Fact } from "../fact/fact.ts";
import { figureText } from "../money/figure.ts";
import type { ColumnDefinition } from "../table/definition.ts";
import type { DerivedRow, DerivedTable } from "../table/derived.ts";
import { fillText } from "../table/text.ts";
import { alignBlocks, type RowSlot } from "./align.ts";
import { frameOf } from "./frame.ts";
import { headerRows } from "./header.ts";

/** A derived table as a grid: side-by-side blocks are aligned, and totals that add up say so. */
export function composeTable(entry: DisclosedTable, table: DerivedTable, disclosure: Disclosure): Grid {
  const columns = table.blocks.flatMap(({ definition }, index) =>
    definition.columns.map((column) => ({ column, block: index })),
  );
  const paths = columns.map(({ column, block }) =>
    headerPath(column, table.blocks[block]?.definition.heading, disclosure),
  );
  const header = headerRows(paths);
  const slots = alignBlocks(table.blocks);
  const sums = sumsOf(table, slots, header.length, disclosure);
  const body = slots.map((slot, row) =>
    table.blocks.flatMap((block, index) => {
      const derived = block.rows[slot[index] ?? -1];
      const offset = columns.findIndex((column) => column.block === index);
      return rowCells(block.definition.columns, derived, disclosure, (column) =>
        sums.get(`${row},${offset + column}`),
      );
    }),
  );
  return {
    type: "grid",
    ...frameOf(entry, disclosure, table),
    columns: columns.map(({ column, block }) => gridColumn(column, block)),
    headerRows: header.length,
    rows: [...header, ...body],
    orientation: table.definition.orientation,
  };
}

function headerPath(
  column: ColumnDefinition,
  heading: string | undefined,
  { variables }: Disclosure,
): string[] {
  const path = heading === undefined ? column.header : [heading, ...column.header];
  return path.map((text) => fillText(text, variables));
}

function gridColumn(column: ColumnDefinition, block: number): GridColumn {
  const id = block === 0 ? column.id : `${column.id}-${block + 1}`;
  return { id, width: column.width, align: "show" in column ? "left" : "right" };
}

/** The cells of one row of a block; a total's label covers the code and name columns. */
function rowCells(
  columns: readonly ColumnDefinition[],
  row: DerivedRow | undefined,
  disclosure: Disclosure,
  sumOf: (column: number) => readonly SumTerm[] | undefined,
): Cell[] {
  const labels = columns.filter((column) => "show" in column).length;
  if (row !== undefined && row.code === undefined && labels > 1) {
    const label: Cell = { text: row.label, header: "row", colSpan: labels, align: "center", strong: true };
    return [label, ...figureCells(columns, row, disclosure, sumOf).slice(labels)];
  }
  return figureCells(columns, row, disclosure, sumOf);
}

function figureCells(
  columns: readonly ColumnDefinition[],
  row: DerivedRow | undefined,
  disclosure: Disclosure,
  sumOf: (column: number) => readonly SumTerm[] | undefined,
): Cell[] {
  return columns.map((column, index): Cell => {
    if (row === undefined) return { text: "" };
    if ("show" in column) return labelCell(column, row);
    const fact = row.cells[column.id];
    if (fact === undefined) return { text: "" };
    const sum = sumOf(index);
    return {
      ...figureCell(fact, disclosure),
      ...(row.strong ? { strong: true } : {}),
      ...(sum ? { sum } : {}),
    };
  });
}

const CODE_PARTS = { category: [0, 3], subcategory: [3, 5], item: [5, 7] } as const;

function labelCell(column: Extract<ColumnDefinition, { show: unknown }>, row: DerivedRow): Cell {
  const strong = row.strong ? { strong: true } : {};
  if (column.show === "code") return { text: row.code ?? "", header: "row", ...strong };
  if (column.show in CODE_PARTS) {
    const [start, end] = CODE_PARTS[column.show as keyof typeof CODE_PARTS];
    return { text: row.code?.slice(start, end) ?? "", header: "row", align: "center" };
  }
  return {
    text: row.label,
    header: "row",
    indent: row.indent,
    ...strong,
    ...(row.strong ? { align: "center" } : {}),
  };
}

/** A cell that prints a fact. */
export function figureCell(fact: Fact, disclosure: Disclosure): Cell {
  const figure = disclosure.figures.get(fact.id);
  const text = printedText(fact, disclosure);
  if (figure === undefined) return { text, ref: fact.id };
  const percent = figure.unit === "percent" ? { percent: true } : {};
  return { text, ref: fact.id, number: { value: figureText(figure), decimals: figure.decimals, ...percent } };
}

/** Sums among printed cells that hold exactly as printed, by the total's grid position. */
function sumsOf(
  table: DerivedTable,
  slots: readonly RowSlot[],
  header: number,
  disclosure: Disclosure,
): ReadonlyMap<string, readonly SumTerm[]> {
  const sums = new Map<string, readonly SumTerm[]>();
  const offsets = blockOffsets(table);
  for (const { block, total, parts } of table.identities) {
    const scaled = (cell: { row: number; column: string }) => {
      const fact = table.blocks[block]?.rows[cell.row]?.cells[cell.column];
      return (fact && disclosure.figures.get(fact.id)?.scaled) ?? 0n;
    };
    const sum = parts.reduce((value, part) => value + BigInt(part.sign) * scaled(part), 0n);
    const position = (cell: { row: number; column: string }) => ({
      row: slots.findIndex((slot) => slot[block] === cell.row),
      column:
        (offsets[block] ?? 0) +
        (table.blocks[block]?.definition.columns.findIndex(({ id }) => id === cell.column) ?? 0),
    });
    const at = position(total);
    const key = `${at.row},${at.column}`;
    if (sum !== scaled(total) || sums.has(key)) continue;
    sums.set(
      key,
      parts.map((part) => ({ ...position(part), row: position(part).row + header, sign: part.sign })),
    );
  }
  return sums;
}

function blockOffsets(table: DerivedTable): number[] {
  let offset = 0;
  return table.blocks.map(({ definition }) => {
    const start = offset;
    offset += definition.columns.length;
    return start;
  });
}
