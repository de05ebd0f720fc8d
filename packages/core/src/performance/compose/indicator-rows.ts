import { INDICATOR_KINDS, type IndicatorKindId } from "../../budget/year-terms.ts";
import type { Cell } from "../../document/document.ts";
import { label } from "./report.ts";

/** The first level of the Ministry's tree, by what a kind's id begins with. */
export const RESULT_CLASSES = [
  { id: "output", zh: "产出指标", en: "output" },
  { id: "outcome", zh: "效益指标", en: "outcome" },
  { id: "satisfaction", zh: "满意度指标", en: "satisfaction" },
] as const;

/** 一级指标: 产出指标, 效益指标 or 满意度指标. */
export function classOf(kind: IndicatorKindId): string {
  return RESULT_CLASSES.find(({ id }) => kind.startsWith(id))?.zh ?? "";
}

/** 二级指标, e.g. 数量指标. */
export function kindWord(kind: IndicatorKindId): string {
  if (kind === "satisfaction") return "服务对象满意度指标";
  return INDICATOR_KINDS.find(({ id }) => id === kind)?.zh ?? kind;
}

interface Kinded {
  readonly kind: IndicatorKindId;
  readonly inferred: boolean;
}

/** Indicators in the order of the tree; within a kind as they were entered. */
export function inTreeOrder<T extends Kinded>(indicators: readonly T[]): readonly T[] {
  return INDICATOR_KINDS.flatMap(({ id }) => indicators.filter(({ kind }) => kind === id));
}

/**
 * Rows of indicators in the order of the tree, each begun by the merged cells of its levels; a kind that was inferred
 * bears an asterisk.
 */
export function treeRows<T extends Kinded>(
  indicators: readonly T[],
  levels: "both" | "second",
  rowOf: (indicator: T) => readonly Cell[],
): Cell[][] {
  const ordered = inTreeOrder(indicators);
  return ordered.map((indicator, index) => [
    ...(levels === "both" ? mergedCell(ordered, index, ({ kind }) => classOf(kind)) : []),
    ...mergedCell(ordered, index, ({ kind, inferred }) => kindWord(kind) + (inferred ? "*" : "")),
    ...rowOf(indicator),
  ]);
}

/** The cell that covers a run of rows with one word, at its first row; nothing at the others. */
function mergedCell<T extends Kinded>(rows: readonly T[], index: number, wordOf: (row: T) => string): Cell[] {
  const own = rows[index];
  const before = rows[index - 1];
  if (own === undefined) return [];
  const word = wordOf(own);
  if (before !== undefined && wordOf(before) === word) return [];
  let rowSpan = 1;
  while (index + rowSpan < rows.length && wordOf(rows[index + rowSpan] as T) === word) rowSpan++;
  return [label(word, rowSpan === 1 ? {} : { rowSpan })];
}

/** The note that an asterisk needs. */
export function inferredNote(indicators: readonly Kinded[]): readonly string[] {
  return indicators.some(({ inferred }) => inferred) ? ["带*的指标类别未填报，系按指标名称和单位推定。"] : [];
}
