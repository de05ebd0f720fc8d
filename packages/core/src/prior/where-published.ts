import type { Pack, PackFact } from "../pack/pack.ts";
import { whereIs } from "../rules/tables/sum-results.ts";

/** Where last year's pack prints a figure, in words: the table's cell, or the text, with the page. */
export function wherePublished(prior: Pack, fact: PackFact): string {
  const { place } = fact;
  const page = place?.kind === "page" ? `第${place.page}页` : "";
  return `${whereIs(prior, fact)}${page === "" || fact.source.kind === "sentence" ? page : `，${page}`}`;
}
