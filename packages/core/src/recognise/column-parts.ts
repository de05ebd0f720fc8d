import type { PackColumn } from "../pack/pack.ts";

const TOTAL = /合计$|总计$|小计$|总数$|^(?:支出)?预算(?:支出)?总额$/u;

/**
 * Adds to each total column the columns that it totals: those that stand beside it under the same headers, each
 * group of them by its own total. A group with a column that was not understood gets none.
 */
export function partsOfColumns(columns: readonly PackColumn[]): readonly PackColumn[] {
  return columns.map((column) => {
    const last = column.header.at(-1) ?? "";
    if (column.role !== "figure" || !TOTAL.test(last)) return column;
    const parts = partsOf(column, columns);
    return parts.length >= 2 ? { ...column, parts } : column;
  });
}

function partsOf(total: PackColumn, columns: readonly PackColumn[]): number[] {
  const above = total.header.slice(0, -1);
  const depth = above.length;
  const siblings = columns.filter(
    (column) =>
      column.index !== total.index &&
      column.block === total.block &&
      (column.role === "figure" || column.role === "unknown") &&
      above.every((text, level) => column.header[level] === text) &&
      column.header.length > depth &&
      !column.header.some((text) => text.includes("扣除")) &&
      sameTime(column, total),
  );
  if (siblings.some((column) => column.role === "unknown")) return [];
  const groups = new Map<string, PackColumn[]>();
  for (const column of siblings) {
    const key = column.header[depth] ?? "";
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const parts: number[] = [];
  for (const members of groups.values()) {
    const own =
      members.find((column) => TOTAL.test(column.header.at(-1) ?? "")) ??
      (members.length === 1 ? members[0] : undefined);
    if (own === undefined) parts.push(...members.map((column) => column.index));
    else parts.push(own.index);
  }
  return withoutOfWhich(parts, columns);
}

function sameTime(a: PackColumn, b: PackColumn): boolean {
  return a.measure.year === b.measure.year && a.measure.stage === b.measure.stage;
}

/** 其中 columns are not added, unless they and their neighbours split the whole by a known division. */
function withoutOfWhich(parts: readonly number[], columns: readonly PackColumn[]): number[] {
  const kinds = new Set(parts.map((index) => columns[index]?.measure.kind));
  const divided =
    (kinds.has("basic") && kinds.has("project")) || (kinds.has("personnel") && kinds.has("operating"));
  return divided ? [...parts] : parts.filter((index) => columns[index]?.ofWhich !== true);
}
