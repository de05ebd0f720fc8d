import { fineValue } from "../../money/compare.ts";
import type { Pack } from "../../pack/pack.ts";
import { CODE_DIMENSIONS } from "../../recognise/codes.ts";
import type { JudgedSum } from "./sums.ts";

/**
 * The parents (by their fact's id) that fall short of nothing but a row that is not published: they exceed their
 * children by the same amount in at least two tables.
 */
export function withheldFrom(sums: readonly JudgedSum[], pack: Pack): ReadonlySet<string> {
  const tableOf = new Map(
    pack.facts.map((fact) => [fact.id, fact.source.kind === "cell" ? fact.source.table : ""]),
  );
  const byCode = new Map<string, JudgedSum[]>();
  for (const sum of sums) {
    const code = CODE_DIMENSIONS.map((dimension) => sum.total.measure[dimension]).find(
      (value) => value !== undefined,
    );
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), sum]);
  }
  const withheld = new Set<string>();
  for (const group of byCode.values()) {
    const short = group.filter((sum) => sum.comparison.verdict === "conflict");
    const gaps = new Map<bigint, JudgedSum[]>();
    for (const sum of short) {
      const gap = fineValue(sum.comparison.difference);
      if (gap > 0n) gaps.set(gap, [...(gaps.get(gap) ?? []), sum]);
    }
    for (const alike of gaps.values()) {
      if (new Set(alike.map((sum) => tableOf.get(sum.total.id))).size >= 2)
        for (const sum of alike) withheld.add(sum.total.id);
    }
  }
  return withheld;
}
