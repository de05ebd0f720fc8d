import { compareSum } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Mention } from "../../recognise/narrative/mention.ts";
import type { Comparison, Statement } from "../../recognise/narrative/statement.ts";
import { type Identity, sumIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, orNotApplicable, Prose, shown } from "./context.ts";

export default defineRule({
  id: "narrative/changes-add-up",
  level: "error",
  title: {
    zh: "总额的增减应等于基本支出与项目支出增减之和",
    en: "The change of a total is the sum of its parts' changes",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "支出增减额＝基本支出增减额＋项目支出增减额（只列这两项时）。",
    en: "The change of expenditure is that of basic plus that of project expenditure where only these are listed.",
  },
  examples: [
    {
      name: "the parts change by more than the total",
      text: "支出预算较2023年增加82.37万元，主要是基本支出预算增加11.12万元，项目支出增加75.25万元。",
      messages: ["“支出”增加82.37万元，基本支出与项目支出的变化之和为86.37万元，相差-4.00万元。"],
    },
    {
      name: "one grows and the other shrinks",
      text: "支出预算减少49.81万元，其中基本支出增加75.19万元，项目支出减少125万元。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = prose.statements.flatMap((total) => resultOf(prose, total));
    return orNotApplicable(
      results,
      "文字中没有并列的基本支出与项目支出的增减",
      "the text lists no changes of basic and project expenditure",
    );
  },
});

interface Change {
  readonly statement: Statement;
  readonly comparison: Comparison;
  readonly mention: Mention;
  readonly sign: 1 | -1;
}

function resultOf(prose: Prose, total: Statement): RuleResult[] {
  if (total.role === "reason" || total.measure.kind !== undefined) return [];
  const whole = changeOf(total);
  if (whole === undefined) return [];
  const following = prose.statements
    .filter((statement) => statement.paragraph === total.paragraph && statement.start >= whole.comparison.end)
    .slice(0, 2);
  const parts = following.flatMap((statement) =>
    statement.measure.kind === undefined || statement.amount !== undefined ? [] : (changeOf(statement) ?? []),
  );
  const kinds = parts.map(({ statement }) => statement.measure.kind);
  if (parts.length !== 2 || !kinds.includes("basic") || !kinds.includes("project")) return [];
  const figure = { ...whole.mention.figure, scaled: whole.mention.figure.scaled * BigInt(whole.sign) };
  const { verdict, expected, difference } = compareSum(
    figure,
    parts.map(({ mention, sign }) => ({ figure: mention.figure, sign })),
  );
  const identity = identityOf(prose, whole, parts);
  if (verdict !== "conflict") return [{ outcome: "holds", identity }];
  const name = prose.nameOf(total);
  const unit = whole.mention.noun;
  return [
    conflict({
      message: {
        zh: `“${name}”${whole.comparison.word}${shown(whole.mention)}，基本支出与项目支出的变化之和为${figureText(expected)}${unit}，相差${figureText(difference)}${unit}。`,
        en: `“${name}” changes by ${whole.mention.text}; its basic and project expenditure change by ${figureText(expected)} together.`,
      },
      remedy: {
        zh: "核对各项的增减额，改正有误的一个。",
        en: "Check the changes and correct the wrong one.",
      },
      ...prose.place(total),
      quote: prose.quote(total, whole.comparison.start, parts.at(-1)?.comparison.end ?? whole.comparison.end),
      printed: whole.mention.text,
      expected: figureText(expected),
      difference: figureText(difference),
      facts: [whole, ...parts].flatMap(({ statement, mention }) => prose.facts(statement, mention)),
      identity,
    }),
  ];
}

/** A printed change has no sign: the words give it. */
function identityOf(prose: Prose, whole: Change, parts: readonly Change[]): Identity {
  const printed = ({ statement, comparison, mention }: Change) =>
    prose.printed(statement, mention, `的${comparison.word ?? "增减"}额`);
  return sumIdentity(
    printed(whole),
    parts.map((part) => ({ fact: printed(part), sign: part.sign === whole.sign ? 1 : -1 })),
  );
}

function changeOf(statement: Statement): Change | undefined {
  const [comparison] = statement.comparisons;
  const mention = comparison?.change;
  if (comparison === undefined || mention === undefined || statement.comparisons.length !== 1)
    return undefined;
  if (comparison.direction !== "up" && comparison.direction !== "down") return undefined;
  return { statement, comparison, mention, sign: comparison.direction === "up" ? 1 : -1 };
}
