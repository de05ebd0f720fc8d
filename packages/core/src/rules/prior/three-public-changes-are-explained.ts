import type { MeasureTemplate } from "../../measure/measure.ts";
import { compareSame } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { PublishedFigures } from "../../prior/published-figures.ts";
import { usablePrior } from "../../prior/usable-prior.ts";
import { compact } from "../../recognise/narrative/compact.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "../tables/sum-results.ts";

const ITEMS = [
  { item: "three-public/abroad", name: "因公出国（境）费", words: /因公出国/u },
  { item: "three-public/vehicle-purchase", name: "公务用车购置费", words: /公务用?车购置/u },
  { item: "three-public/vehicle-operation", name: "公务用车运行维护费", words: /公务用?车.{0,4}运行/u },
  { item: "three-public/reception", name: "公务接待费", words: /公务接待/u },
] as const;
const SPEAKS_OF_CHANGE = /增|减|下降|上升|提高|降低|压缩|持平|一致|相同|不变|原因/u;

const TABLE = (year: number, reception: string, extra = "") =>
  `示例区民政局${year}年部门预算\n${extra}部门公开表8\n${year}年部门“三公”经费支出预算表\n单位：万元\n\n合计\t因公出国（境）费\t公务用车购置费\t公务用车运行费\t公务接待费\n9.00\t0.00\t0.00\t6.00\t${reception}\n`;

export default defineRule({
  id: "prior/three-public-changes-are-explained",
  level: "warning",
  title: {
    zh: "“三公”经费与上年公开数不同的，应说明增减",
    en: "A change of the three public expenses since last year's pack is explained",
  },
  basis: [{ document: "财政预决算领域基层政务公开标准目录" }],
  doc: {
    zh: "“三公”经费各项与上年公开件的数不同，而文字中没有说到它的增减，读者就不知道为什么变了。",
    en: "An item of the three public expenses differs from last year's pack, and the text says nothing of its change.",
  },
  examples: [
    {
      name: "the reception budget rises in silence",
      text: TABLE(2024, "3.00", "“三公”经费预算9.00万元，其中：公务接待费3.00万元。\n"),
      prior: TABLE(2023, "2.00"),
      messages: ["公务接待费由上年公开的2.00万元变为3.00万元，文字没有说明增减。"],
    },
    {
      name: "tables alone, whose text may stand elsewhere, are not accused",
      text: TABLE(2024, "3.00"),
      prior: TABLE(2023, "2.00"),
      messages: [],
    },
    {
      name: "the text speaks of it",
      text: TABLE(2024, "3.00", "公务接待费3.00万元，比上年增加1.00万元，主要原因是会议增加。\n"),
      prior: TABLE(2023, "2.00"),
      messages: [],
    },
  ],
  *check(context): Generator<RuleResult> {
    const usable = usablePrior(context);
    if ("outcome" in usable) {
      yield usable;
      return;
    }
    const { pack } = context;
    const now = new PublishedFigures(pack);
    const pairs = ITEMS.flatMap((item) => pairOf(now, usable.published, item));
    if (pairs.length === 0)
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "两年的材料没有都印出“三公”经费各项的数",
          en: "the two packs do not both print the items of the three public expenses",
        },
      };
    for (const pair of pairs) yield resultOf(pack, pair);
  },
});

interface Pair {
  readonly name: string;
  readonly words: RegExp;
  readonly now: PackFact;
  readonly before: PackFact;
}

/** Figures of the tables only: a sentence may speak of a part. */
function pairOf(
  now: PublishedFigures,
  published: PublishedFigures,
  { item, name, words }: (typeof ITEMS)[number],
): readonly Pair[] {
  const measure: MeasureTemplate = { item, side: "expenditure" };
  const [own, before] = [cellOf(now, measure), cellOf(published, measure)];
  return own === undefined || before === undefined ? [] : [{ name, words, now: own, before }];
}

function cellOf(figures: PublishedFigures, measure: MeasureTemplate): PackFact | undefined {
  return figures.find(measure).find(({ source }) => source.kind === "cell");
}

/** An amount of theirs in the prose: the explanation of the term alone is not the narrative. */
const SPEAKS_OF_THEM = /(?:三公|因公出国|公务接待|公务用?车).*\d\s*万?元/u;
const NO_TEXT: RuleResult = {
  outcome: "could-not-check",
  reason: {
    zh: "材料里没有写“三公”经费的文字说明（可能另附）",
    en: "the pack has no text on the three public expenses; it may be published apart",
  },
};

function resultOf(pack: Pack, { name, words, now, before }: Pair): RuleResult {
  if (compareSame(now.figure, before.figure).verdict !== "conflict") return { outcome: "holds" };
  const explained = pack.paragraphs
    .map(({ text }) => compact(text).text)
    .some((text) =>
      text
        .split(words)
        .slice(1)
        .some((behind) => SPEAKS_OF_CHANGE.test(behind)),
    );
  if (explained) return { outcome: "holds" };
  if (!pack.paragraphs.some(({ text }) => SPEAKS_OF_THEM.test(text))) return NO_TEXT;
  return {
    outcome: "conflict",
    message: {
      zh: `${name}由上年公开的${withUnit(before.figure)}变为${withUnit(now.figure)}，文字没有说明增减。`,
      en: `${whereIs(pack, now)}: ${withUnit(before.figure)} in last year's pack, ${withUnit(now.figure)} now; the text does not speak of the change.`,
    },
    remedy: { zh: "写明增减额和原因。", en: "State the change and its reason." },
    ...(now.place === undefined ? {} : { place: now.place }),
    quote: now.text,
    printed: now.text,
    expected: before.text,
    facts: [now.id],
  };
}
