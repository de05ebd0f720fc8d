import type { Cell, Grid } from "../document/document.ts";
import { combine, type MeasureTemplate } from "../measure/measure.ts";
import type { Figure } from "../money/figure.ts";
import type { PackColumn, PackFact, PackRow, PackTable, Unread } from "../pack/pack.ts";
import { recogniseColumns } from "./columns.ts";
import { expand } from "./expand.ts";
import { conceptOfTitle, scopeOf } from "./lexicon/titles.ts";
import { isBlank, parsePrinted } from "./number.ts";
import { type RowHead, recogniseRows } from "./rows.ts";
import { plain } from "./text.ts";

export interface RecognisedTable {
  readonly table: PackTable;
  readonly facts: readonly PackFact[];
  readonly unread: readonly Unread[];
}

export interface TableContext {
  readonly document: string;
  readonly id: string;
  readonly year?: number;
  /** The unit of tables that print none. */
  readonly usualUnit: "yuan" | "wan-yuan";
}

/** Reads one grid: which table it is, what its columns and rows say, and every figure as a fact. */
export function recogniseTable(grid: Grid, context: TableContext): RecognisedTable {
  const concept = conceptOfTitle(grid.caption);
  const columns = recogniseColumns(grid, context.year);
  const unit = unitOf(grid);
  const reader = new CellReader(
    grid,
    columns,
    context,
    unit ?? context.usualUnit,
    scopeOf(concept, grid.caption),
  );
  const blocks = [...new Set(columns.map((column) => column.block))];
  const rows = blocks.flatMap((block) => reader.rows(recogniseRows(grid, columns, block), block));
  const number = numberOf(grid.label);
  const table: PackTable = {
    id: context.id,
    concept,
    caption: grid.caption,
    ...(grid.label === undefined ? {} : { label: grid.label }),
    ...(number === undefined ? {} : { number }),
    ...(unit === undefined ? { unitAssumed: true } : { unit }),
    document: context.document,
    ...(grid.place === undefined ? {} : { place: grid.place }),
    columns,
    rows,
    notes: grid.below,
  };
  return { table, facts: reader.facts, unread: [...reader.unread, ...unreadColumns(grid, columns)] };
}

/** The unit that a table prints above itself or in its headers. */
export function unitOf(grid: Grid): "yuan" | "wan-yuan" | undefined {
  const header = grid.rows
    .slice(0, Math.max(grid.headerRows, 1))
    .flatMap((row) => row.map((cell) => cell.text));
  const text = plain(
    [grid.aboveRight, grid.aboveLeft, grid.caption, ...header].filter((part) => part !== undefined).join("|"),
  );
  if (/(?:单位|金额)[:：]?\(?万元|\(万元\)|\(单位:万元\)/u.test(text)) return "wan-yuan";
  return /(?:单位|金额)[:：]?\(?(?:人民币)?元|\(元\)/u.test(text) ? "yuan" : undefined;
}

const CHINESE_NUMBERS = "一二三四五六七八九";

/** The number in a table's marker: 部门公开表5 → 5, 表十一 → 11, 公开01表 → 1. */
export function numberOf(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const text = plain(label);
  const digits = /(\d{1,2}(?:-\d{1,2})?)/u.exec(text)?.[1];
  if (digits !== undefined) return digits.replace(/^0/u, "");
  const chinese = /表?([一二三四五六七八九]?十?[一二三四五六七八九]?)$/u.exec(text)?.[1] ?? "";
  if (chinese === "") return undefined;
  const [tens, ones] = chinese.includes("十") ? chinese.split("十") : ["", chinese];
  const digit = (word: string | undefined) => CHINESE_NUMBERS.indexOf(word ?? "") + 1;
  return String(
    (chinese.includes("十") ? (tens === "" ? 1 : digit(tens)) * 10 : 0) + (ones === "" ? 0 : digit(ones)),
  );
}

/** Reads the figures of rows and keeps what it could not read. */
class CellReader {
  readonly facts: PackFact[] = [];
  readonly unread: Unread[] = [];
  private readonly matrix: ReturnType<typeof expand>;

  constructor(
    grid: Grid,
    private readonly columns: readonly PackColumn[],
    private readonly context: TableContext,
    private readonly unit: "yuan" | "wan-yuan",
    private readonly scope: MeasureTemplate,
  ) {
    this.matrix = expand(grid);
  }

  rows(heads: readonly RowHead[], block: number): PackRow[] {
    const columns = this.columns.filter(
      (column) => column.block === block && (column.role === "figure" || column.role === "growth"),
    );
    return heads.map((head) => ({ ...head, cells: this.cells(head, columns) }));
  }

  private cells(head: RowHead, columns: readonly PackColumn[]): Record<number, string> {
    const cells: Record<number, string> = {};
    for (const column of columns) {
      const spot = this.matrix[head.index]?.[column.index];
      if (spot === undefined || !spot.origin || isBlank(spot.cell.text)) continue;
      const fact = this.fact(spot.cell, head, column);
      if (fact !== undefined) cells[column.index] = fact.id;
    }
    return cells;
  }

  private fact(cell: Cell, head: RowHead, column: PackColumn): PackFact | undefined {
    const number = parsePrinted(cell.text);
    if (number === undefined) {
      this.unread.push({
        what: "cell",
        text: cell.text,
        reason: { zh: "不是数字", en: "not a number" },
        ...(cell.place === undefined ? {} : { place: cell.place }),
      });
      return undefined;
    }
    const growth = column.role === "growth" || number.percent;
    const figure: Figure = {
      unit: growth ? "percent" : this.unitOfColumn(column),
      decimals: number.decimals,
      scaled: number.scaled,
    };
    const fact: PackFact = {
      id: `${this.context.id}:${head.index}:${column.index}`,
      measure: combine(this.scope, column.measure, head.measure, this.sideOfColumn(column)),
      kind: growth ? "growth" : "amount",
      figure,
      text: cell.text.trim(),
      ...(cell.place === undefined ? {} : { place: cell.place }),
      source: { kind: "cell", table: this.context.id, row: head.index, column: column.index },
    };
    this.facts.push(fact);
    return fact;
  }

  /** A source named by the column is finer than one named by the row (财政拨款 over the three budgets). */
  private sideOfColumn(column: PackColumn): MeasureTemplate {
    const { fund } = column.measure;
    return fund === undefined || fund === "appropriation" ? {} : { fund };
  }

  private unitOfColumn(column: PackColumn): "yuan" | "wan-yuan" {
    const header = column.header.join("");
    if (/\(?(?:单位:)?万元\)?/u.test(header)) return "wan-yuan";
    return /\((?:单位:)?元\)/u.test(header) ? "yuan" : this.unit;
  }
}

/** Columns with figures whose headers were not understood, each once. */
function unreadColumns(grid: Grid, columns: readonly PackColumn[]): Unread[] {
  return columns
    .filter((column) => column.role === "unknown" && column.header.length > 0)
    .map((column) => ({
      what: "column" as const,
      text: `${grid.caption}：${column.header.join(" › ")}`,
      reason: { zh: "表头不认识，其数字未核对", en: "the header is not known; its figures were not checked" },
      ...(grid.place === undefined ? {} : { place: grid.place }),
    }));
}
