import type { MeasureTemplate } from "../measure/measure.ts";
import type { Figure } from "../money/figure.ts";
import type { Mention } from "../recognise/narrative/mention.ts";
import type { Base, Comparison, Statement } from "../recognise/narrative/statement.ts";
import { type Prose, shown } from "../rules/narrative/context.ts";
import { add, type Interval, intervalOf, negative } from "../rules/narrative/intervals.ts";
import { saysWhat } from "./says-what.ts";

/** What a sentence says of last year: a figure as printed, or the one that its change implies. */
export interface EarlierFigure extends Reading {
  /** Whether the measure is all that the words name. */
  readonly understood: boolean;
  readonly interval: Interval;
  /** The widest: figures cut off instead of rounded, and with no more decimals than they show. */
  readonly widest: Interval;
  readonly decimals: number;
}

interface Reading {
  readonly statement: Statement;
  readonly measure: MeasureTemplate;
  readonly unit: "money" | "count";
  /** The printed figures that last year's is the sum of. */
  readonly terms: readonly { readonly mention: Mention; readonly sign: 1 | -1 }[];
  /** In words: 写作9.00万元, or 由10.00万元、增加1.00万元推算. */
  readonly words: string;
  /** The words for last year: 2023年预算, 上年. */
  readonly base: string;
  readonly start: number;
  readonly end: number;
}

/** Every figure of last year in the prose whose year is certain. */
export function earlierFiguresIn(prose: Prose): readonly EarlierFigure[] {
  const usual = leavesOutZeros(prose) ? USUAL_DECIMALS : 0;
  return (
    prose.statements
      .filter(({ role }) => role !== "reason" && role !== "detail")
      // What is held on a day, such as vehicles, is no figure of a year: the two packs count on different days.
      .filter(({ measure }) => measure.item?.startsWith("assets/held") !== true)
      .flatMap((statement) => {
        const understood = saysWhat(prose, statement);
        return [
          ...statedOf(statement),
          ...statement.comparisons.flatMap((comparison) => comparedOf(statement, comparison)),
        ].map((reading) => figureOf(reading, usual, understood));
      })
  );
}

function figureOf(reading: Reading, usual: number, understood: boolean): EarlierFigure {
  const decimals = Math.max(...reading.terms.map(({ mention }) => mention.figure.decimals), usual);
  return {
    ...reading,
    understood,
    interval: sumOf(reading, (figure) => intervalOf(withDecimals(figure, usual), true)),
    widest: sumOf(reading, (figure) => intervalOf(figure, true)),
    decimals: reading.unit === "count" ? 0 : decimals,
  };
}

function sumOf({ terms }: Reading, interval: (figure: Figure) => Interval): Interval {
  return terms
    .map(({ mention, sign }) => (sign === 1 ? interval(mention.figure) : negative(interval(mention.figure))))
    .reduce(add, { low: 0n, high: 0n });
}

const USUAL_DECIMALS = 2;
const ENOUGH = 8;

/** Whether the prose writes 6.2 for 6.20: many amounts have two decimals, and none of them ends with a zero. */
function leavesOutZeros(prose: Prose): boolean {
  const figures = prose.statements
    .flatMap(({ amount, comparisons }) => [amount, ...comparisons.map(({ change }) => change)])
    .flatMap((mention) => (mention?.kind === "amount" ? [mention.figure] : []));
  const fine = figures.filter(({ decimals }) => decimals === USUAL_DECIMALS);
  const closing = figures.some(({ decimals, scaled }) => decimals > 0 && scaled % 10n === 0n);
  return fine.length >= ENOUGH && !closing;
}

function withDecimals(figure: Figure, decimals: number): Figure {
  const more = decimals - figure.decimals;
  if (figure.unit === "count" || more <= 0) return figure;
  return { ...figure, decimals, scaled: figure.scaled * 10n ** BigInt(more) };
}

function statedOf(statement: Statement): readonly Reading[] {
  const { amount, measure, subject } = statement;
  const own =
    measure.year === -1 && amount !== undefined ? printed(statement, measure.stage, subject, amount) : [];
  return [
    ...own,
    ...statement.earlier.flatMap(({ base, amount: earlier }) =>
      base.relative === 0 ? [] : printed(statement, base.stage, base.text, earlier),
    ),
  ];
}

function comparedOf(statement: Statement, comparison: Comparison): readonly Reading[] {
  const { base, baseAmount, unsure } = comparison;
  if (base?.relative !== -1 || unsure) return [];
  if (baseAmount !== undefined) return printed(statement, base.stage, base.text, baseAmount);
  return implied(statement, comparison, base);
}

function printed(
  statement: Statement,
  stage: MeasureTemplate["stage"],
  base: string,
  mention: Mention,
): readonly Reading[] {
  if (mention.kind !== "amount" && mention.kind !== "count") return [];
  return [
    {
      ...commonOf(statement, stage, base, mention),
      terms: [{ mention, sign: 1 }],
      words: `写作${shown(mention)}`,
      start: Math.min(statement.start, mention.start),
      end: mention.end,
    },
  ];
}

/** 10万元，比上年增加1万元 says that last year had 9万元; 与上年持平 says that it had 10万元. */
function implied(statement: Statement, comparison: Comparison, base: Base): readonly Reading[] {
  const { amount } = statement;
  if (amount?.kind !== "amount" || statement.measure.year === -1) return [];
  const common = {
    ...commonOf(statement, base.stage, base.text, amount),
    start: statement.start,
    end: comparison.end,
  };
  const now = { mention: amount, sign: 1 } as const;
  const { change, direction, word = "" } = comparison;
  if (direction === "same" && change === undefined && !/基本/u.test(base.text + word))
    return [{ ...common, terms: [now], words: `为${shown(amount)}且${word}` }];
  if (change?.kind !== "amount" || (direction !== "up" && direction !== "down")) return [];
  const step = { mention: change, sign: direction === "up" ? (-1 as const) : (1 as const) };
  return [{ ...common, terms: [now, step], words: `由${shown(amount)}、${word}${shown(change)}推算` }];
}

function commonOf(statement: Statement, stage: MeasureTemplate["stage"], base: string, amount: Mention) {
  const { year: _year, stage: _stage, ...measure } = statement.measure;
  return {
    statement,
    measure: stage === undefined ? measure : { ...measure, stage },
    unit: amount.kind === "count" ? ("count" as const) : ("money" as const),
    base,
  };
}
