import {
  type Contradiction,
  type Contradictions,
  findContradictions,
} from "../contradiction/contradictions.ts";
import { proofOf, remedyOf } from "../contradiction/explain.ts";
import { Surroundings } from "../contradiction/surroundings.ts";
import { figureKey, rangeOf, type StatedIdentity, systemOf } from "../contradiction/system.ts";
import type { Text } from "../finding/finding.ts";
import type { Pack } from "../pack/pack.ts";
import type { Identity } from "../rules/identity.ts";
import type { Rule, RuleContext, RuleResult } from "../rules/rule.ts";
import { givenUnits } from "../rules/units/given-units.ts";

/** What one rule said. */
export interface Judged {
  readonly rule: Rule;
  readonly results: readonly RuleResult[];
}

/** A contradiction with its words, for every way in which a report is shown. */
export interface ReportedContradiction extends Contradiction {
  readonly proof: Text;
  readonly remedy?: Text;
}

export type SearchedContradictions = Omit<Contradictions, "found"> & {
  readonly found: readonly ReportedContradiction[];
};

/** The contradictions of a pack, with last year's pack and the units' packs where they were given. */
export function contradictionsOf(context: RuleContext, judged: readonly Judged[]): SearchedContradictions {
  const others = otherPacks(context);
  const surroundings = new Surroundings(new Map([["", context.pack], ...others]));
  const stated = [
    ...statedIn(judged),
    ...others.flatMap(([name, pack]) => statedInOther(name, pack, judged)),
  ];
  const { found, ...rest } = findContradictions(stated, surroundings, doubtsOf(judged));
  return {
    ...rest,
    found: found.filter(isOfPack).map((contradiction) => {
      const remedy = remedyOf(contradiction, surroundings);
      return {
        ...contradiction,
        proof: proofOf(contradiction, surroundings),
        ...(remedy === undefined ? {} : { remedy }),
      };
    }),
  };
}

function otherPacks(context: RuleContext): readonly (readonly [string, Pack])[] {
  const { prior } = context;
  const given = givenUnits(context);
  const units = "units" in given ? given.units : [];
  return [
    ...(prior === undefined ? [] : [["prior", prior] as const]),
    ...units.map(({ name, pack }) => [name, pack] as const),
  ];
}

function statedIn(judged: readonly Judged[]): readonly StatedIdentity[] {
  return judged.flatMap(({ rule, results }) =>
    results.flatMap((result): StatedIdentity[] =>
      "identity" in result && result.identity !== undefined && isStrict(rule, result, result.identity)
        ? [{ rule: rule.id, identity: result.identity }]
        : [],
    ),
  );
}

/**
 * A rule that only warns is not sure that its identity must hold; one that lets pass what rounding does not explain
 * (figures that were cut off) states none.
 */
function isStrict(rule: Rule, result: RuleResult, identity: Identity): boolean {
  if (result.outcome === "conflict") return (result.level ?? rule.level) === "error";
  const { identities, variables } = systemOf([{ rule: "", identity }]);
  return identities.every(({ terms }) => {
    const { low, high } = rangeOf(terms, variables);
    return low <= 0n && high >= 0n;
  });
}

/** What another pack says of its own figures; its own contradictions are not this pack's. */
function statedInOther(name: string, pack: Pack, judged: readonly Judged[]): readonly StatedIdentity[] {
  const results = judged.map(({ rule }) => ({ rule, results: [...rule.check({ pack })] }));
  return statedIn(results).map(({ rule, identity }) => ({
    rule,
    identity: {
      terms: identity.terms.map((term) => ({ ...term, figure: { ...term.figure, pack: name } })),
    },
  }));
}

function isOfPack({ set }: Contradiction): boolean {
  return set.variables.some(({ figure }) => figure.pack === undefined);
}

/** How many contradictions that are no identities (growth rates, shares) rest on a figure. */
function doubtsOf(judged: readonly Judged[]): ReadonlyMap<string, number> {
  const doubts = new Map<string, number>();
  for (const { results } of judged)
    for (const result of results) {
      if (result.outcome !== "conflict" || result.identity !== undefined) continue;
      for (const id of result.facts ?? []) {
        const key = figureKey({ id });
        doubts.set(key, (doubts.get(key) ?? 0) + 1);
      }
    }
  return doubts;
}
