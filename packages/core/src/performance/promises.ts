import type { Indicator } from "../budget/budget.ts";
import { readFigure, scaledValue } from "../budget/read/check/goal/figure.ts";
import { comparable, findMentions } from "../budget/read/check/goal/mention.ts";
import { likeness } from "../budget/read/check/goal/similar.ts";

type Measured = Pick<Indicator, "name" | "target" | "measureUnit">;

/** The percentages that a goal text promises ("组织工作覆盖率100%") and no indicator measures, as written. */
export function unmeasuredPromises(goal: string, indicators: readonly Measured[]): readonly string[] {
  const text = comparable(goal).replace(/["'“”‘’]/gu, "");
  const { rest } = findMentions(
    text,
    indicators.map(({ name }) => name),
  );
  return promisesOf(rest)
    .filter((promise) => !isCovered(promise, indicators))
    .map(({ quote }) => quote);
}

interface Promised {
  readonly name: string;
  readonly value: bigint;
  readonly quote: string;
}

/** "<name>（达到）95%（以上）" at the end of a clause; growth on the year before measures the budget, not a rate. */
function promisesOf(text: string): readonly Promised[] {
  return text.split(/[,。;!\n\0]+/u).flatMap((clause) => {
    const match =
      /^(.*?\p{Script=Han})((?:均|全部|保持|达到|达|为|在|至|不低于|不少于|≥|>=|=|>|:)*(\d+(?:\.\d+)?)%(?:及?以上)?)$/u.exec(
        clause,
      );
    const [, before = "", figure = "", number = ""] = match ?? [];
    const value = scaledValue(number, "%");
    const name = before
      .replace(/^.*?(?:目标\d+:|\d+[.、]|[一二三四五六七八九十]、)/u, "")
      .replace(/^(?:确保|实现|力争|保证|使|全年)+/u, "");
    if (
      match === null ||
      value === undefined ||
      readFigure(figure.replace(/^[均全部保持至]+/u, "")) === undefined
    )
      return [];
    if (name.length < 3 || name.length > 30 || !MEASURED.test(name) || CHANGE.test(name)) return [];
    return [{ name, value, quote: `${name}${figure}` }];
  });
}

/** What can be reached: rates, degrees and states; not a share of something (经费的70%) that is only told. */
const MEASURED = /(?:率|度|比|比例|正常|到位|覆盖|合格|达标|完成|满意|及时|准确|合规|保障|安全)$/u;
const CHANGE = /增长|增加|降低|下降|减少|提高|提升|增速|同比/u;

/** Names this alike mean one thing, though they are worded differently. */
const ALIKE = 0.45;

/** Whether an indicator has a part of the name, a like name, or the same percentage under a name with a word in common. */
function isCovered({ name, value }: Promised, indicators: readonly Measured[]): boolean {
  const parts = name.split(/[、和及与]/u).filter((part) => part.length >= 3);
  return indicators.some((indicator) => {
    const own = indicator.name;
    const alike = [name, ...parts].some(
      (part) => own.includes(part) || part.includes(own) || likeness(part, own) >= ALIKE,
    );
    return (
      alike ||
      (value === scaledValue(indicator.target, indicator.measureUnit) &&
        likeness(name, own) >= ALIKE / 2 &&
        value !== FULL)
    );
  });
}

/** 100 %: too many indicators have it to mean the same. */
const FULL = 100_000_000n;
