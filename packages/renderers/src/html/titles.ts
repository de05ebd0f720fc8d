import type { Document, Grid } from "@mingzhang/core";

/** What each grid is called outside its table: in the contents, of its region, as a file. No two are called the same. */
export type GridTitles = ReadonlyMap<Grid, string>;

/** Label and caption; where several grids print the same ones (a form for each project), their order among them. */
export function gridTitles(document: Document): GridTitles {
  const grids = document.blocks.filter((block): block is Grid => block.type === "grid");
  const printed = grids.map(printedTitle);
  return new Map(
    grids.map((grid, index) => {
      const title = printed[index] ?? "";
      const same = printed.filter((other) => other === title).length;
      const order = printed.slice(0, index + 1).filter((other) => other === title).length;
      return [grid, same > 1 ? `${title}（${order}）` : title];
    }),
  );
}

function printedTitle({ label, caption }: Grid): string {
  return label === undefined || label === "" ? caption : `${label} ${caption}`;
}
