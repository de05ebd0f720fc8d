import { type CatalogueId, childrenOf, lookUp, parentCode } from "./catalogue.ts";
import { CODE_SUCCESSORS } from "./generated/code-successors.ts";

/**
 * The codes that take the money of a code which is not valid in the year: one, where it was renumbered; several, of
 * which somebody has to choose, where it was split or moved under another heading; none, where it has ended or the
 * catalogue knows nothing of it. Codes are at the level of the given one and valid in the year.
 */
export function successorsOf(catalogue: CatalogueId, code: string, year: number): readonly string[] {
  parsed ??= parseRows();
  for (let known: string | undefined = code; known !== undefined; known = parentCode(known)) {
    const successors = parsed.get(known);
    if (successors !== undefined)
      return successors.flatMap((one) => atLength(catalogue, one, code.length, year));
  }
  return [];
}

/** A code that is valid in the year, or, where it is coarser than wanted, the finer codes under it. */
function atLength(catalogue: CatalogueId, code: string, length: number, year: number): readonly string[] {
  if (lookUp(catalogue, code, year) === undefined) return [];
  if (code.length >= length) return [code];
  return childrenOf(catalogue, code, year).flatMap((child) => atLength(catalogue, child.code, length, year));
}

/** By code: the first digit of a code tells its catalogue. */
let parsed: ReadonlyMap<string, readonly string[]> | undefined;

function parseRows(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    CODE_SUCCESSORS.trimEnd()
      .split("\n")
      .map((line) => {
        const [code = "", successors = ""] = line.split("\t");
        return [code, successors.split(" ").filter((one) => one !== "")] as const;
      }),
  );
}
