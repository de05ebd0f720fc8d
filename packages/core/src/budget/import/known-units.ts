import type { RowValues } from "./target.ts";

/** How exports call units, by name or code, and what the budget's lines call them; the units are rows of their sheet. */
export function knownUnits(units: readonly RowValues[]): Readonly<Record<string, string>> {
  const known = units.flatMap(({ unit = "", name = "", code = "" }) =>
    [name, code].filter((word) => word !== "" && unit !== "").map((word) => [word, unit] as const),
  );
  return Object.fromEntries(known);
}
