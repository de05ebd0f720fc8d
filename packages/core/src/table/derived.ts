import type { Fact } from "../fact/fact.ts";
import type { BlockDefinition, ColumnDefinition, TableDefinition } from "./definition.ts";

/** A table filled from a budget: rows with the facts of their cells, and the sums that hold among them. */
export interface DerivedTable {
  readonly definition: TableDefinition;
  readonly blocks: readonly DerivedBlock[];
  readonly identities: readonly TableIdentity[];
  /** Whether any cell states a figure. */
  readonly filled: boolean;
}

export interface DerivedBlock {
  /** Without the columns that are left out. */
  readonly definition: BlockDefinition;
  readonly rows: readonly DerivedRow[];
}

export interface DerivedRow {
  /** The row's key in figures.csv: its code, or its name. */
  readonly id: string;
  /** The id of the row definition that it comes from. */
  readonly source: string;
  readonly name: string;
  readonly label: string;
  readonly code?: string;
  readonly indent: number;
  readonly strong: boolean;
  readonly band?: number;
  /** Column id → fact; a blank cell has none. */
  readonly cells: Readonly<Record<string, Fact>>;
}

/** A total and its parts inside one block: rows of one column, or columns of one row. */
export interface TableIdentity {
  readonly block: number;
  readonly total: CellAddress;
  readonly parts: readonly (CellAddress & { readonly sign: 1 | -1 })[];
}

export interface CellAddress {
  readonly row: number;
  readonly column: string;
}

/** The columns that hold figures. */
export function figureColumns(
  block: BlockDefinition,
): readonly Exclude<ColumnDefinition, { show: unknown }>[] {
  return block.columns.filter((column) => !("show" in column)) as Exclude<
    ColumnDefinition,
    { show: unknown }
  >[];
}
