import { measureKey } from "../measure/measure.ts";
import type { PublishedFigure } from "./collect.ts";
import { amountFormatOf } from "./system.ts";

/**
 * Last year's published figures from the rows of its open data (facts.csv, the header first). Undefined where the
 * rows are no such table. A figure printed in another unit or with other decimals says nothing about this year's.
 */
export function publishedFigures(rows: readonly (readonly string[])[]): PublishedFigure | undefined {
  const [header = [], ...records] = rows;
  const [kind, measure, printed, unit] = ["kind", "measure", "printed", "unit"].map((name) =>
    header.indexOf(name),
  );
  if (kind === undefined || measure === undefined || printed === undefined || unit === undefined)
    return undefined;
  if ([kind, measure, printed, unit].includes(-1)) return undefined;
  const published = new Map<string, string>();
  for (const record of records) {
    if (record[kind] === "amount") published.set(`${record[measure]}|${record[unit]}`, record[printed] ?? "");
  }
  return (fact) => {
    const format = amountFormatOf(fact);
    if (format === undefined || fact.quantity.kind !== "amount") return undefined;
    const text = published.get(`${measureKey(fact.quantity.measure)}|${format.unit}`);
    return text === undefined ? undefined : scaledOf(text, format.decimals);
  };
}

/** "11.91" with two decimals is 1191; other decimals than asked for are undefined. */
function scaledOf(text: string, decimals: number): bigint | undefined {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null || (match[2] ?? "").length !== decimals) return undefined;
  return BigInt(`${match[1]}${match[2] ?? ""}`);
}
