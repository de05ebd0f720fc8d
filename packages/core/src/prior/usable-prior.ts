import type { Text } from "../finding/finding.ts";
import type { RuleContext } from "../rules/rule.ts";
import { fitOf } from "./last-years-pack.ts";
import { PublishedFigures } from "./published-figures.ts";

/** What last year's pack published, or why nothing can be compared with it. */
export type UsablePrior =
  | { readonly published: PublishedFigures }
  | { readonly outcome: "not-applicable" | "could-not-check"; readonly reason: Text };

/**
 * The figures of last year's pack where it fits. That none was given, or a wrong one, is said once, by the rule
 * that looks at the pack as a whole.
 */
export function usablePrior({ pack, prior }: RuleContext): UsablePrior {
  if (prior === undefined)
    return {
      outcome: "not-applicable",
      reason: { zh: "没有给出上年材料", en: "last year's pack was not given" },
    };
  const { verdict, reason } = fitOf(pack, prior);
  if (verdict === "misfit" && reason !== undefined) return { outcome: "could-not-check", reason };
  return { published: new PublishedFigures(prior) };
}
