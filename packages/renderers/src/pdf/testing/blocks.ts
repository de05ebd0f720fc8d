import type { Block, Cell, Grid } from "@mingzhang/core";

/** Short forms of the blocks that the tests are made of. */
export function heading(level: 1 | 2 | 3, text: string): Block {
  return { type: "heading", level, text, id: text };
}

export function paragraph(text: string): Block {
  return { type: "paragraph", children: [{ text }] };
}

export function note(text: string): Block {
  return { type: "paragraph", style: "note", children: [{ text }] };
}

export function headerCell(text: string): Cell {
  return { text, header: "column", align: "center" };
}

export function figure(text: string): Cell {
  return { text, number: { value: text.replaceAll(",", ""), decimals: 2 } };
}

export type GridOptions = Partial<Omit<Grid, "columns" | "rows">> & { readonly columns?: number };

export function gridOf(rows: readonly (readonly Cell[])[], { columns, ...options }: GridOptions = {}): Grid {
  const width = columns ?? rows[0]?.length ?? 1;
  return {
    type: "grid",
    id: "grid",
    caption: "",
    headerRows: 0,
    below: [],
    orientation: "portrait",
    columns: Array.from({ length: width }, (_, index) => ({
      id: `c${index}`,
      width: 10,
      align: "left" as const,
    })),
    rows,
    ...options,
  };
}
