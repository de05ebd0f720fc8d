import type { Grid } from "../document/document.ts";
import type { MeasureTemplate } from "../measure/measure.ts";
import type { PackColumn, PackRow } from "../pack/pack.ts";
import { joinCode, kindOfCode, splitCode } from "./codes.ts";
import { expand, type Spot } from "./expand.ts";
import { meaningOf } from "./lexicon/labels.ts";
import { isOfWhich, plain } from "./text.ts";

/** A row before its figures are read. */
export type RowHead = Omit<PackRow, "cells">;

/** The rows of one block of a grid: what their codes and labels say. */
export function recogniseRows(grid: Grid, columns: readonly PackColumn[], block: number): readonly RowHead[] {
  const matrix = expand(grid);
  const own = columns.filter((column) => column.block === block);
  const heads: RowHead[] = [];
  let before: string | undefined;
  for (let index = grid.headerRows; index < matrix.length; index++) {
    const head = recogniseRow(matrix[index] ?? [], own, index, block, before);
    if (head === undefined) continue;
    if (head.code !== undefined) before = head.code;
    heads.push(head);
  }
  return heads;
}

function recogniseRow(
  row: readonly (Spot | undefined)[],
  columns: readonly PackColumn[],
  index: number,
  block: number,
  before: string | undefined,
): RowHead | undefined {
  const textOf = (column: PackColumn) => row[column.index]?.cell.text ?? "";
  const printed = columns.filter((column) => column.role === "code" || column.role === "label");
  const label = labelOf(columns, textOf);
  const place = printed.map((column) => row[column.index]?.cell.place).find((found) => found !== undefined);
  const pair = pairedCodes(columns, textOf);
  const code = pair === undefined ? codeOf(columns, textOf, before) : undefined;
  const split = code === undefined ? splitCode(label) : undefined;
  const own = code ?? split?.code;
  const base = {
    index,
    block,
    label: split === undefined ? label : split.name,
    ...(place === undefined ? {} : { place }),
  };
  if (columns.every((column) => plain(textOf(column)) === "") || /^(?:栏次|行次)$/u.test(plain(label)))
    return undefined;
  if (/^(?:合计|总计|小计)$/u.test(plain(label)) && own === undefined)
    return { ...base, role: "total", measure: {} };
  if (own !== undefined)
    return { ...base, code: own, role: "classified", measure: { [kindOfCode(own) ?? "functional"]: own } };
  return {
    ...base,
    ...labelled(label, columns.find((column) => column.measure.side !== undefined)?.measure.side),
  };
}

function labelled(
  label: string,
  side: MeasureTemplate["side"],
): { role: PackRow["role"]; measure: MeasureTemplate } {
  const { kind, measure } = meaningOf(label, side);
  if (isOfWhich(label)) return { role: "of-which", measure };
  if (kind === "grand-total") return { role: "total", measure };
  return { role: kind === "unknown" ? "unknown" : "item", measure };
}

/**
 * Both economic codes of a row that prints a departmental and a government code side by side. Such rows are
 * combinations: neither classification's levels can be added among them.
 */
function pairedCodes(
  columns: readonly PackColumn[],
  textOf: (column: PackColumn) => string,
): MeasureTemplate | undefined {
  const heads = columns.filter((column) => column.role === "code").map((column) => column.header.join(""));
  if (!heads.some((head) => head.includes("政府")) || !heads.some((head) => head.includes("部门")))
    return undefined;
  const codes = columns.filter((column) => column.role === "code").map((column) => plain(textOf(column)));
  return Object.assign({}, ...codes.map((code) => ({ [kindOfCode(code) ?? "item"]: code })));
}

/** The words of the row: the label columns, or a label printed across the code columns. */
function labelOf(columns: readonly PackColumn[], textOf: (column: PackColumn) => string): string {
  const labels = columns.filter((column) => column.role === "label").map(textOf);
  const found = labels.find((text) => plain(text) !== "");
  if (found !== undefined) return found.trim();
  const across = columns.filter((column) => column.role === "code").map(textOf);
  return across.find((text) => /\p{Script=Han}/u.test(text))?.trim() ?? "";
}

function codeOf(
  columns: readonly PackColumn[],
  textOf: (column: PackColumn) => string,
  before: string | undefined,
): string | undefined {
  const codes = columns.filter((column) => column.role === "code");
  const parts = codes.filter((column) => /^(?:科目)?[类款项]$/u.test(column.header.at(-1) ?? ""));
  if (parts.length >= 2) return joinCode(parts.map(textOf), before);
  for (const column of codes) {
    const text = plain(textOf(column));
    if (kindOfCode(text) !== undefined) return text;
    const split = splitCode(text);
    if (split !== undefined) return split.code;
  }
  return undefined;
}
