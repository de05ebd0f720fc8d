import { fitOf, type PackIdentity, type Text } from "@mingzhang/core";
import type { PackResult } from "./pack-result.ts";
import type { PackSource } from "./packs-below.ts";

/** A pack of the folder of last year's packs, and what it says that it is. */
export interface PriorPack extends PackSource {
  readonly identity: PackIdentity;
  readonly tables: number;
  /** Where it was put together: the names of its parts. */
  readonly parts?: readonly string[];
}

/** What became of the search for last year's pack: its names, of several where it is in parts, or why there is none. */
export type Pairing = { readonly names: readonly string[] } | { readonly reason: Text };

/** The packs among the sources that could be read, with what they say that they are. */
export function identified(
  sources: readonly PackSource[],
  results: readonly (PackResult | undefined)[],
): readonly PriorPack[] {
  return sources.flatMap((source, index) => {
    const { pack, tables = [] } = results[index] ?? {};
    return pack === undefined ? [] : [{ ...source, identity: pack, tables: tables.length }];
  });
}

/** Last year's pack of the same body; a budget before final accounts. */
export function choosePrior(
  pack: PackIdentity,
  priors: readonly PriorPack[],
): { readonly prior?: PriorPack; readonly pairing: Pairing } {
  if (pack.body === undefined || pack.year === undefined)
    return {
      pairing: reason(
        "本材料没有写明单位或年度，无法配对",
        "the pack does not state its body and year, so it cannot be paired",
      ),
    };
  const fitting = priors.filter(({ identity }) => fitOf(pack, identity).verdict === "fits");
  const budgets = fitting.filter(({ identity }) => identity.kind === "budget");
  const best = budgets.length > 0 ? budgets : fitting;
  const [first, second] = inOnePiece(best);
  if (first === undefined)
    return {
      pairing: reason(
        `没有找到“${pack.body}”${pack.year - 1}年的材料`,
        `there is no pack of "${pack.body}" of ${pack.year - 1}`,
      ),
    };
  if (second !== undefined)
    return {
      pairing: reason(
        `上年材料有几份都像：${best.map(({ name }) => name).join("、")}`,
        `several packs fit as last year's: ${best.map(({ name }) => name).join(", ")}`,
      ),
    };
  return { prior: first, pairing: { names: first.parts ?? [first.name] } };
}

/** A narrative and its tables in files of their own are one pack. */
function inOnePiece(packs: readonly PriorPack[]): readonly PriorPack[] {
  const [first] = packs.toSorted((a, b) => b.tables - a.tables);
  if (first === undefined || packs.filter(({ tables }) => tables > 0).length > 1) return packs;
  const all = [first, ...packs.filter((pack) => pack !== first)];
  const parts = all.map(({ name }) => name);
  return [{ ...first, parts, paths: all.flatMap(({ paths }) => paths) }];
}

function reason(zh: string, en: string): Pairing {
  return { reason: { zh, en } };
}
