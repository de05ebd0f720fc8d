import type { Finding } from "@mingzhang/core";
import { type FittedGrid, SMALLEST } from "./layout/fit-grid.ts";

/** A warning for each table that even an A3 sheet holds only in a type too small to read on paper. */
export function smallType(grids: readonly FittedGrid[]): Finding[] {
  return grids.filter(({ size }) => size < SMALLEST).map(tooWide);
}

function tooWide({ grid, size }: FittedGrid): Finding {
  const points = size.toFixed(1);
  return {
    rule: "render/small-type",
    level: "warning",
    message: {
      zh: `表“${grid.caption}”太宽，在 A3 纸上也只能用 ${points} 磅的字印出，难以看清。`,
      en: `Table "${grid.caption}" is so wide that even on A3 it is printed in ${points} pt, too small to read.`,
    },
    remedy: {
      zh: "请减少栏目或拆成几张表，金额可改以万元为单位。",
      en: "Use fewer columns or several tables; print amounts in ten thousand yuan.",
    },
  };
}
