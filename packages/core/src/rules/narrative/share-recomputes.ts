import type { Mention } from "../../recognise/narrative/mention.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { measureOfSubject } from "../../recognise/narrative/subject.ts";
import { defineRule, type RuleResult, type Violation } from "../rule.ts";
import { couldNotCheck, orNotApplicable, Prose, shown } from "./context.ts";
import { type Interval, intervalOf, middleText, ratio } from "./intervals.ts";

export default defineRule({
  id: "narrative/share-recomputes",
  level: "error",
  title: { zh: "文字中的占比应可复算", en: "A share in the text recomputes" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "占比＝该项÷总额。总额取句中所指的数或“其中”之前的合计；找不到总额、或有几个可能的总额时不作判断。",
    en: "A share is the part over the whole that the words name, or the total before 其中. Where the whole is not found, nothing is judged.",
  },
  examples: [
    {
      name: "shares of the total before",
      text: "本年支出预算合计100.00万元，其中：基本支出60.00万元，占60%；项目支出40.00万元，占42%。",
      messages: ["“项目支出”40.00万元，占“本年支出预算合计”100.00万元的比例印作42%，复算应为40%。"],
    },
    {
      name: "三公 shares that leave out what the total holds",
      text: "“三公”经费安排\n2024年“三公”经费预算支出中，因公出国（境）费支出20.00万元，占“三公”经费的20.00%；公务用车购置及运行费支出50.00万元，占“三公”经费的50.00%；公务接待费支出10.00万元，占“三公”经费的10.00%。",
      messages: [
        "“因公出国(境)费支出”20.00万元，占三公各项之和80.00万元的比例印作20.00%，复算应为25.00%。",
        "“公务用车购置及运行费支出”50.00万元，占三公各项之和80.00万元的比例印作50.00%，复算应为62.50%。",
        "“公务接待费支出”10.00万元，占三公各项之和80.00万元的比例印作10.00%，复算应为12.50%。",
      ],
    },
    {
      name: "shares of the whole that is named",
      text: "2024年支出预算500.00万元。\n基本支出预算300.00万元，占本年支出预算60.00%。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const results = prose.statements.flatMap((statement) => resultOf(prose, statement));
    return orNotApplicable(results, "文字中没有占比", "the text prints no share");
  },
});

interface Whole {
  readonly name: string;
  readonly amount: Interval;
  readonly text: string;
  readonly mentions: readonly { readonly statement: Statement; readonly mention: Mention }[];
}

function resultOf(prose: Prose, statement: Statement): RuleResult[] {
  const { share, amount } = statement;
  if (share === undefined || amount === undefined) return [];
  const name = prose.nameOf(statement);
  const of = share.of;
  if (/不含|除外|扣除/u.test(of))
    return [
      couldNotCheck({
        zh: `“${name}”的占比：总额是“${of}”`,
        en: `share of “${name}”: its whole leaves something out`,
      }),
    ];
  const wholes = wholesOf(prose, statement);
  if (wholes.length === 0)
    return [
      couldNotCheck({
        zh: `“${name}”的占比：没有找到“${of || "总额"}”的数`,
        en: `share of “${name}”: its whole was not found`,
      }),
    ];
  const alternatives = [...wholes, ...togetherOf(prose, statement)];
  if (alternatives.some((whole) => distanceOf(share.figure, amount, whole.amount) <= 1n))
    return [{ outcome: "holds" }];
  const [whole] = wholes;
  if (whole === undefined || wholes.length > 1)
    return [
      couldNotCheck({ zh: `“${name}”的占比：总额不明确`, en: `share of “${name}”: its whole is not clear` }),
    ];
  const rounded = share.figure.figure.decimals > 1 && distanceOf(share.figure, amount, whole.amount) <= 2n;
  return [{ outcome: rounded ? "rounding" : "conflict", ...violation(prose, statement, whole, name) }];
}

/** How many printed units the share lies outside what its figures allow, rounded up. */
function distanceOf(share: Mention, part: Mention, whole: Interval): bigint {
  const range = ratio(intervalOf(part.figure, true), whole);
  if (range === undefined) return 0n;
  const { low, high } = intervalOf(share.figure);
  const unit = high - low;
  const printed = (low + high) / 2n;
  const gap = printed < range.low ? range.low - printed : printed > range.high ? printed - range.high : 0n;
  return (gap + unit - 1n) / unit;
}

/** 占本年支出: the sum of those that share the same whole, which carry-overs are not part of. */
function togetherOf(prose: Prose, statement: Statement): readonly Whole[] {
  const { kind } = statement.measure;
  if (kind !== "basic" && kind !== "project") return [];
  const section = sectionOf(prose, statement);
  const siblings = prose.statements.filter(
    (other) =>
      other.share?.of === statement.share?.of &&
      other.amount !== undefined &&
      sectionOf(prose, other) === section &&
      (other.measure.kind === "basic" || other.measure.kind === "project"),
  );
  if (new Set(siblings.map(({ measure }) => measure.kind)).size !== 2) return [];
  return [sumOf("基本支出与项目支出之和", siblings.slice(0, 2))];
}

/** The totals that the words can mean: the whole of the list, what the share names, or the 三公 items together. */
function wholesOf(prose: Prose, statement: Statement): readonly Whole[] {
  const of = statement.share?.of ?? "";
  const listed = prose.statement(statement.whole);
  if (of === "") return listed?.amount === undefined ? [] : [asWhole(prose, listed)];
  const named = measureOfSubject(of);
  const section = sectionOf(prose, statement);
  const candidates = prose.statements.filter(
    (other) =>
      other.id !== statement.id &&
      other.role === "head" &&
      other.amount?.kind === "amount" &&
      other.amount.figure.unit === statement.amount?.figure.unit &&
      sectionOf(prose, other) === section &&
      sameMeasure(named, measureOfSubject(other.subject)),
  );
  if (candidates.length > 0) return distinct(candidates.map((other) => asWhole(prose, other)));
  const together = named.item === "three-public" ? threePublicTogether(prose, statement) : undefined;
  if (together !== undefined) return [together];
  return listed?.amount !== undefined && Object.keys(named).length === 0 ? [asWhole(prose, listed)] : [];
}

function sameMeasure(a: object, b: object): boolean {
  const text = (measure: object) => JSON.stringify(Object.entries(measure).sort());
  return Object.keys(a).length > 0 && text(a) === text(b);
}

function distinct(wholes: readonly Whole[]): readonly Whole[] {
  return [...new Map(wholes.map((whole) => [`${whole.amount.low}`, whole])).values()];
}

/** The heading above the nearest ones: totals of other parts of the document are not meant. */
function sectionOf(prose: Prose, statement: Statement): string {
  return prose.sentences.paragraphs[statement.paragraph]?.paragraph.headings.slice(0, 1).join("") ?? "";
}

function asWhole(prose: Prose, statement: Statement): Whole {
  const mention = statement.amount as Mention;
  const name = statement.subject.replace(/^20\d\d年?度?/u, "") || prose.nameOf(statement);
  return {
    name: `“${name}”`,
    amount: intervalOf(mention.figure, true),
    text: shown(mention),
    mentions: [{ statement, mention }],
  };
}

const THREE = ["three-public/abroad", "three-public/vehicles", "three-public/reception"];

/** Where a paragraph lists the three items with their shares, their sum is what they share. */
function threePublicTogether(prose: Prose, statement: Statement): Whole | undefined {
  const items = prose.statements.filter(
    (other) =>
      other.paragraph === statement.paragraph &&
      other.role === "head" &&
      THREE.includes(other.measure.item ?? ""),
  );
  if (items.length !== 3 || new Set(items.map(({ measure }) => measure.item)).size !== 3) return undefined;
  return sumOf("三公各项之和", items);
}

function sumOf(name: string, items: readonly Statement[]): Whole {
  const mentions = items.flatMap((item) =>
    item.amount === undefined ? [] : [{ statement: item, mention: item.amount }],
  );
  const amount = mentions
    .map(({ mention }) => intervalOf(mention.figure, true))
    .reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }));
  const decimals = Math.max(...mentions.map(({ mention }) => mention.figure.decimals));
  const unit = mentions[0]?.mention;
  return {
    name,
    amount,
    text: middleText(amount, decimals, unit?.figure.unit) + (unit?.noun ?? ""),
    mentions,
  };
}

function violation(prose: Prose, statement: Statement, whole: Whole, name: string): Violation {
  const { share, amount } = statement;
  const figure = share?.figure;
  const range = amount === undefined ? undefined : ratio(intervalOf(amount.figure), whole.amount);
  const expected = range === undefined ? "" : `${middleText(range, figure?.figure.decimals ?? 2)}%`;
  return {
    message: {
      zh: `“${name}”${amount === undefined ? "" : shown(amount)}，占${whole.name}${whole.text}的比例印作${figure?.text}%，复算应为${expected}。`,
      en: `“${name}” prints a share of ${figure?.text}% of ${whole.text}; it recomputes to ${expected}.`,
    },
    remedy: {
      zh: "核对总额的口径，改正占比或有误的数。",
      en: "Check what the total includes; correct the share or the wrong figure.",
    },
    ...prose.place(statement),
    quote: prose.quote(statement, statement.start, figure?.end ?? statement.end),
    printed: `${figure?.text}%`,
    expected,
    facts: [
      ...prose.facts(statement, figure, amount),
      ...whole.mentions.flatMap((one) => prose.facts(one.statement, one.mention)),
    ],
  };
}
