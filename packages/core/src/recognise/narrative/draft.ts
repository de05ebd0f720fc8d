import type { Comparison, Share, Statement } from "./statement.ts";

/** A statement while its paragraph is being read. */
export interface Draft
  extends Omit<Statement, "comparisons" | "earlier" | "share" | "whole" | "restates" | "reason" | "measure"> {
  readonly comparisons: Comparison[];
  readonly earlier: Statement["earlier"][number][];
  share?: Share;
  whole?: Draft;
  restates?: Draft;
  reason?: { readonly start: number; readonly end: number };
  /** Number of the sentence in its paragraph. */
  readonly sentence: number;
}

export function draft(fields: Omit<Draft, "comparisons" | "earlier">): Draft {
  return { ...fields, comparisons: [], earlier: [] };
}

export function lastComparison(target: Draft): Comparison | undefined {
  return target.comparisons.at(-1);
}

export function finish({ sentence: _sentence, whole, restates, ...rest }: Draft): Statement {
  return {
    ...rest,
    measure: {},
    ...(whole === undefined ? {} : { whole: whole.id }),
    ...(restates === undefined ? {} : { restates: restates.id }),
  };
}
