import type { Mention } from "../../recognise/narrative/mention.ts";
import type { Comparison, Direction, Statement } from "../../recognise/narrative/statement.ts";
import type { Prose } from "./context.ts";
import { type Interval, intervalOf, negative } from "./intervals.ts";

/** One comparison with all figures that the item prints for it. */
export interface Compared {
  readonly statement: Statement;
  readonly comparison: Comparison;
  readonly now?: Mention;
  readonly base?: Mention;
}

/** Every comparison of the prose, with the base amount that it or its item prints. */
export function comparedIn(prose: Prose): readonly Compared[] {
  return prose.statements
    .filter(({ role }) => role === "head" || role === "change-only")
    .flatMap((statement) =>
      statement.comparisons.map((comparison) => {
        const base = comparison.baseAmount ?? earlierOf(prose, statement, comparison);
        return {
          statement,
          comparison,
          ...(statement.amount === undefined ? {} : { now: statement.amount }),
          ...(base === undefined ? {} : { base }),
        };
      }),
    );
}

/** The amount of the compared year and stage that the item states in a clause of its own. */
function earlierOf(prose: Prose, statement: Statement, { base }: Comparison): Mention | undefined {
  if (base === undefined) return undefined;
  const stated = [
    ...statement.earlier,
    ...(prose.leadOf(statement).id === statement.id ? [] : prose.leadOf(statement).earlier),
  ];
  const matching = stated.filter(
    ({ base: earlier }) =>
      earlier.stage === base.stage &&
      (earlier.year === undefined || base.year === undefined || earlier.year === base.year),
  );
  return matching.length === 1 ? matching[0]?.amount : undefined;
}

/** The change as a signed interval, where its direction is told. */
export function changeInterval({ change, direction }: Comparison, cut = false): Interval | undefined {
  if (change === undefined || (direction !== "up" && direction !== "down")) return undefined;
  const interval = intervalOf(change.figure, cut);
  return direction === "down" ? negative(interval) : interval;
}

/** 比上年增加5万元，增长3%: the words of a comparison as they stand on the page. */
export function quoteOf(prose: Prose, { statement, comparison }: Compared): string {
  const start =
    statement.amount === undefined ? comparison.start : Math.min(statement.start, comparison.start);
  const quote = prose.quote(statement, start, comparison.end);
  return quote.length <= 90 ? quote : prose.quote(statement, comparison.start, comparison.end);
}

/** 比上年, 同比: what a comparison is with, for messages; `unstated` where its words do not say. */
export function against({ base }: Comparison, unstated: string): string {
  if (base === undefined) return unstated;
  return /^(?:同比|对比|相比)/u.test(base.text) ? base.text : `比${base.text}`;
}

export function directionOfGrowth({ direction, growthDirection }: Comparison): Direction | undefined {
  return growthDirection ?? direction;
}
