import type { PackFact } from "../../pack/pack.ts";
import { type EarlierFigure, earlierFiguresIn } from "../../prior/earlier-statements.ts";
import type { PublishedFigures } from "../../prior/published-figures.ts";
import { usablePrior } from "../../prior/usable-prior.ts";
import { wherePublished } from "../../prior/where-published.ts";
import { conflict, couldNotCheck, notApplicable, orNotApplicable, Prose } from "../narrative/context.ts";
import { type Interval, intervalOf, magnitude, meet, middleText } from "../narrative/intervals.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { withUnit } from "../tables/sum-results.ts";

const LAST_YEAR = [
  "示例区民政局2023年部门预算",
  "一、预算编制说明",
  "收入预算900.00万元，其中：财政拨款收入880.00万元。",
  "公务接待费3.00万元。",
  "因公出国（境）费0万元。",
  "机关运行经费20.00万元。",
].join("\n");

export default defineRule({
  id: "prior/text-agrees-with-last-year",
  level: "error",
  title: {
    zh: "文字中的上年数应与上年公开件一致",
    en: "What the text says of last year is what was published",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "文字写出的上年预算数，或由“比上年增加（减少）”推算出的上年数，应与上年公开件同一项的数一致，只容许舍入。与上年执行数、决算数比较的，不与上年预算对照。",
    en: "Last year's budget that the text prints, or that its changes imply, must be what last year's pack printed, within rounding.",
  },
  examples: [
    {
      name: "a change that starts from another base than was published",
      text: "示例区民政局2024年部门预算\n一、预算编制说明\n收入预算1000.00万元，比2023年预算增加100.00万元。\n公务接待费2.00万元，比2023年预算减少2.00万元，主要原因是厉行节约。\n因公出国（境）费0万元，比2023年预算持平。\n机关运行经费21.00万元，比2023年预算增加1.00万元。",
      prior: LAST_YEAR,
      messages: [
        "“公务接待费”的2023年预算（由2.00万元、减少2.00万元推算）为4.00万元，上年公开件是3.00万元（正文）。",
      ],
    },
    {
      name: "last year's figure is printed wrongly, and nothing else confirms that the two packs measure alike",
      text: "示例区民政局2024年部门预算\n一、预算编制说明\n机关运行经费21.00万元，比2023年预算数21.00万元持平。",
      prior: LAST_YEAR,
      messages: ["“机关运行经费”的2023年预算数（写作21.00万元）为21.00万元，上年公开件是20.00万元（正文）。"],
    },
    {
      name: "a comparison with last year's outturn says nothing of its budget",
      text: "示例区民政局2024年部门预算\n一、预算编制说明\n机关运行经费21.00万元，比2023年预算执行数增加5.00万元。",
      prior: LAST_YEAR,
      messages: [],
    },
  ],
  check(context): readonly RuleResult[] {
    const usable = usablePrior(context);
    if ("outcome" in usable) return [usable];
    const prose = new Prose(context.pack);
    const judged = earlierFiguresIn(prose).map((figure) => judge(figure, usable.published));
    return orNotApplicable(
      judged.map((one) => resultOf(prose, usable.published, one, isConfirmed(judged, one))),
      "文字中没有上年数",
      "the text says nothing of last year's figures",
    );
  },
});

interface Judged {
  readonly figure: EarlierFigure;
  readonly verdict: "agrees" | "may-differ" | "differs" | "not-published" | "other-stage" | "not-understood";
  readonly nearest: PackFact | undefined;
}

function judge(figure: EarlierFigure, published: PublishedFigures): Judged {
  if (!figure.understood) return { figure, nearest: undefined, verdict: "not-understood" };
  const candidates = published
    .find(figure.measure)
    .filter((fact) => (fact.figure.unit === "count") === (figure.unit === "count"));
  const nearest = nearestOf(figure.interval, candidates);
  if (nearest === undefined)
    return {
      figure,
      nearest,
      verdict:
        figure.measure.stage === undefined && published.pack.kind === "budget"
          ? "not-published"
          : "other-stage",
    };
  const meets = (interval: Interval) => candidates.some((fact) => meet(interval, intervalOf(fact.figure)));
  const differs = meets(figure.widest) ? "may-differ" : "differs";
  return { figure, nearest, verdict: meets(figure.interval) ? "agrees" : differs };
}

function nearestOf({ low, high }: Interval, candidates: readonly PackFact[]): PackFact | undefined {
  const distance = (fact: PackFact) => {
    const interval = intervalOf(fact.figure);
    return magnitude(interval.low + interval.high - low - high);
  };
  return candidates.toSorted((a, b) => (distance(a) < distance(b) ? -1 : 1))[0];
}

/** Whether the words say that it is the budget of last year, and not only "last year". */
function namesBudget({ base }: EarlierFigure): boolean {
  return base.includes("预算");
}

/** The two packs measure alike when at least two figures of the same wording, and two in three, agree. */
function isConfirmed(judged: readonly Judged[], { figure }: Judged): boolean {
  const alike = judged.filter((one) => namesBudget(one.figure) === namesBudget(figure));
  const agree = alike.filter(({ verdict }) => verdict === "agrees").length;
  const differ = alike.filter(({ verdict }) => verdict === "differs" || verdict === "may-differ").length;
  return agree >= 2 && agree >= differ * 2;
}

const OTHER_STAGE = notApplicable(
  "比较的是上年执行数（决算数、调整数），不是上年预算数",
  "the comparison is with last year's outturn, not its budget",
);
const NO_BUDGET = couldNotCheck({
  zh: "上年材料是决算，没有上年预算数",
  en: "last year's pack is final accounts and prints no budget",
});
const NOT_UNDERSTOOD = couldNotCheck({
  zh: "没有读懂文字说的是哪一项的上年数",
  en: "of what the text gives last year's figure was not understood",
});
const NOT_PUBLISHED = couldNotCheck({
  zh: "上年公开件中没有读到文字所说的同一项",
  en: "last year's pack prints no figure of the item that the text speaks of",
});

function resultOf(
  prose: Prose,
  { pack }: PublishedFigures,
  { figure, verdict, nearest }: Judged,
  confirmed: boolean,
): RuleResult {
  if (verdict === "other-stage") return figure.measure.stage === undefined ? NO_BUDGET : OTHER_STAGE;
  if (verdict === "not-understood") return NOT_UNDERSTOOD;
  if (verdict === "not-published" || nearest === undefined) return NOT_PUBLISHED;
  const { statement, words, decimals, terms } = figure;
  const place = prose.place(statement);
  if (verdict === "agrees") return { outcome: "holds", ...place };
  const name = prose.nameOf(statement);
  const unit = figure.unit === "count" ? "count" : figure.terms[0]?.mention.figure.unit;
  const value = `${middleText(figure.interval, decimals, unit)}${terms[0]?.mention.noun ?? ""}`;
  const where = wherePublished(pack, nearest);
  const published = withUnit(nearest.figure);
  return conflict({
    ...(confirmed && verdict === "differs" ? {} : { level: "warning" as const }),
    message: {
      zh: `“${name}”的${figure.base}（${words}）为${value}，上年公开件是${published}（${where}）。`,
      en: `“${name}”: the text puts last year at ${value}; last year's pack printed ${published} (${where}).`,
    },
    remedy: {
      zh: "按上年公开件核对上年数和增减；口径作过调整的，加以说明。",
      en: "Check last year's figure and the change after last year's pack, or explain the change of basis.",
    },
    ...place,
    quote: prose.quote(statement, figure.start, figure.end),
    printed: value,
    expected: nearest.text,
    facts: prose.facts(statement, ...figure.terms.map(({ mention }) => mention)),
  });
}
