import type { Search } from "./search.ts";
import { type LinearIdentity, rangeOf, type Variable } from "./system.ts";

/** What the identities of a figure say of it, each by itself with the other figures as printed. */
export interface Evidence {
  /** Identities that do not allow what is printed. */
  readonly against: number;
  /** As many as agree on another value. */
  readonly agreeing: number;
  /** Identities that allow what is printed. */
  readonly confirming: number;
}

interface Span {
  readonly low: bigint;
  readonly high: bigint;
}

/** Weighs a figure's identities, those with figures that are left out of account apart. */
export function evidenceOf(search: Search, variable: number): Evidence {
  const { system } = search;
  const own = system.variables[variable];
  if (own === undefined) return { against: 0, agreeing: 0, confirming: 0 };
  const spans = usableIdentities(search, variable).map((identity) =>
    spanOf(identity, variable, system.variables),
  );
  const against = spans.filter(({ low, high }) => high < own.low || low > own.high);
  const agreeing = against.map(
    ({ low }) => against.filter((other) => other.low <= low && low <= other.high).length,
  );
  return {
    against: against.length,
    agreeing: Math.max(0, ...agreeing),
    confirming: spans.length - against.length,
  };
}

/** Identities of a figure in which every other figure counts. */
export function usableIdentities(search: Search, variable: number): readonly LinearIdentity[] {
  return (search.identitiesOf.get(variable) ?? [])
    .flatMap((index) => search.system.identities[index] ?? [])
    .filter(({ terms }) =>
      terms.every(({ variable: other }) => other === variable || !search.free.has(other)),
    );
}

/** The value of a figure that makes an identity hold with all others as printed; nothing where it is no whole one. */
export function exactValue(
  { terms }: LinearIdentity,
  variable: number,
  variables: readonly Variable[],
): bigint | undefined {
  let sum = 0n;
  let own = 0n;
  for (const term of terms) {
    if (term.variable === variable) own = term.coefficient;
    else sum += term.coefficient * (variables[term.variable]?.printed ?? 0n);
  }
  return own === 0n || sum % own !== 0n ? undefined : -sum / own;
}

/** The values of a figure that an identity allows for all that the other figures may be. */
function spanOf({ terms }: LinearIdentity, variable: number, variables: readonly Variable[]): Span {
  const own = terms.find((term) => term.variable === variable)?.coefficient ?? 1n;
  const others = rangeOf(
    terms.filter((term) => term.variable !== variable),
    variables,
  );
  const ends = [-others.low / own, -others.high / own] as const;
  return ends[0] < ends[1] ? { low: ends[0], high: ends[1] } : { low: ends[1], high: ends[0] };
}
