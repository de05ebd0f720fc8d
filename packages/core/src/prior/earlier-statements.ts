import type { MeasureTemplate } from "../measure/measure.ts";
import type { Mention } from "../recognise/narrative/mention.ts";
import type { Base, Comparison, Statement } from "../recognise/narrative/statement.ts";
import { changeInterval } from "../rules/narrative/comparisons.ts";
import type { Prose } from "../rules/narrative/context.ts";
import { shown } from "../rules/narrative/context.ts";
import { type Interval, intervalOf, subtract } from "../rules/narrative/intervals.ts";

/** What a sentence says of last year: a figure as printed, or the one that its change implies. */
export interface EarlierFigure extends Reading {
  /** Whether the measure is all that the words name. */
  readonly understood: boolean;
}

interface Reading {
  readonly statement: Statement;
  readonly measure: MeasureTemplate;
  readonly unit: "money" | "count";
  readonly interval: Interval;
  /** The same where figures may have been cut off instead of rounded. */
  readonly cut: Interval;
  /** In words: 写作 9.00万元, or 由 10.00万元 增加 1.00万元 推算. */
  readonly words: string;
  /** The words for last year: 2023年预算, 上年. */
  readonly base: string;
  /** Whether the words say that it is the budget of last year, and not only "last year". */
  readonly namesBudget: boolean;
  readonly decimals: number;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly Mention[];
}

/** Every figure of last year in the prose whose year is certain. */
export function earlierFiguresIn(prose: Prose): readonly EarlierFigure[] {
  return prose.statements
    .filter((statement) => statement.role !== "reason" && statement.role !== "detail")
    .flatMap((statement) => {
      const understood = saysWhat(prose, statement);
      return [
        ...statedOf(statement),
        ...statement.comparisons.flatMap((comparison) => comparedOf(statement, comparison)),
      ].map((figure) => ({ ...figure, understood }));
    });
}

const TOTAL =
  /^(?:(?:全年|当年|本年|年初|部门|单位|区级|市级|省级|总|合|计|数|的|为|共|和|与|、|预算|安排|收入|支出|收支|收)*)$/u;

/**
 * Whether the measure is all that the words name: an item whose words were only half understood (某某(项)支出 read
 * as 支出) would pass for the total.
 */
function saysWhat(prose: Prose, statement: Statement): boolean {
  const { measure, subject } = statement;
  const { year: _year, stage: _stage, side: _side, ...named } = measure;
  if (measure.functional === undefined && /\([类款项]\)/u.test(subject)) return false;
  if (Object.keys(named).length > 0) return true;
  if (measure.side === undefined) return false;
  const body = prose.body === undefined ? subject : subject.replace(prose.body, "");
  return TOTAL.test(prose.nameOf(statement)) || TOTAL.test(body.replace(/20\d\d年?度?|[(),，：:]/gu, ""));
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
  words: string,
  amount: Mention,
): readonly Reading[] {
  if (amount.kind !== "amount" && amount.kind !== "count") return [];
  return [
    {
      ...commonOf(statement, stage, words, amount),
      interval: intervalOf(amount.figure),
      cut: intervalOf(amount.figure, true),
      words: `写作${shown(amount)}`,
      start: Math.min(statement.start, amount.start),
      end: amount.end,
      mentions: [amount],
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
  const [now, cutNow] = [intervalOf(amount.figure), intervalOf(amount.figure, true)];
  const { change, direction, word = "" } = comparison;
  if (direction === "same" && change === undefined && !/基本/u.test(base.text + word))
    return [
      { ...common, interval: now, cut: cutNow, words: `为${shown(amount)}且${word}`, mentions: [amount] },
    ];
  const signed = changeInterval(comparison);
  const cutChange = changeInterval(comparison, true);
  if (change?.kind !== "amount" || signed === undefined || cutChange === undefined) return [];
  return [
    {
      ...common,
      interval: subtract(now, signed),
      cut: subtract(cutNow, cutChange),
      words: `由${shown(amount)}、${word}${shown(change)}推算`,
      mentions: [amount, change],
    },
  ];
}

function commonOf(statement: Statement, stage: MeasureTemplate["stage"], words: string, amount: Mention) {
  const { year: _year, stage: _stage, ...measure } = statement.measure;
  return {
    statement,
    measure: stage === undefined ? measure : { ...measure, stage },
    unit: amount.kind === "count" ? ("count" as const) : ("money" as const),
    base: words,
    namesBudget: words.includes("预算"),
    decimals: amount.figure.decimals,
    noun: amount.noun,
  };
}
