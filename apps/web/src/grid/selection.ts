import type { Area } from "./changes.ts";

/** The cell that has the keyboard, and the cell that a selection began at. */
export interface Selection {
  readonly row: number;
  readonly column: number;
  readonly fromRow: number;
  readonly fromColumn: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that one screen shows. */
  readonly page: number;
}

export const START: Selection = { row: 0, column: 0, fromRow: 0, fromColumn: 0 };

export function areaOf({ row, column, fromRow, fromColumn }: Selection): Area {
  return {
    top: Math.min(row, fromRow),
    bottom: Math.max(row, fromRow),
    left: Math.min(column, fromColumn),
    right: Math.max(column, fromColumn),
  };
}

export function inArea(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Where a cell is, kept inside of the grid. */
export function select(size: Size, row: number, column: number, extend?: Selection): Selection {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  const [to, across] = [within(row, size.rows), within(column, size.columns)];
  return {
    row: to,
    column: across,
    fromRow: extend?.fromRow ?? to,
    fromColumn: extend?.fromColumn ?? across,
  };
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/** The selection after a key that moves; undefined: the key does not move. */
export function moved(
  selection: Selection,
  { key, ctrlKey, shiftKey }: Key,
  size: Size,
): Selection | undefined {
  const { row, column } = selection;
  const [last, end] = [size.rows - 1, size.columns - 1];
  const extend = shiftKey ? selection : undefined;
  const to = (toRow: number, toColumn: number) => select(size, toRow, toColumn, extend);
  switch (key) {
    case "ArrowDown":
      return to(ctrlKey ? last : row + 1, column);
    case "ArrowUp":
      return to(ctrlKey ? 0 : row - 1, column);
    case "ArrowLeft":
      return to(row, ctrlKey ? 0 : column - 1);
    case "ArrowRight":
      return to(row, ctrlKey ? end : column + 1);
    case "PageDown":
      return to(row + size.page, column);
    case "PageUp":
      return to(row - size.page, column);
    case "Home":
      return to(ctrlKey ? 0 : row, 0);
    case "End":
      return to(ctrlKey ? last : row, end);
    default:
      return undefined;
  }
}
