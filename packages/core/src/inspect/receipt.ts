import { DEPARTMENT } from "../book/book.ts";
import type { Disclosure } from "../disclosure/disclosure.ts";
import { printedText } from "../disclosure/figures.ts";
import type { Fact } from "../fact/fact.ts";
import type { Finding, Text } from "../finding/finding.ts";
import { fen, formatYuan } from "../money/fen.ts";
import { FEN_PER_UNIT, figureText } from "../money/figure.ts";
import { notesOf } from "../narrative/texts.ts";
import type { ReceiptSum, RoundingDifference } from "../rounding/receipt.ts";
import { amountFormatOf, strength } from "../rounding/system.ts";
import { describeQuantity } from "./describe.ts";

/** So many sums are named; the rest are counted. */
const NAMED = 3;

/** Why a figure differs from its conventional rounding, as one phrase; the sums that are given up last come first. */
export function reasonOf({ recomputed, requiredBy }: RoundingDifference): Text {
  if (recomputed === true) {
    return { zh: "按印出的两年金额计算", en: "computed from the printed amounts of both years" };
  }
  const sums = requiredBy.toSorted((a, b) => strength(b.class) - strength(a.class)).map(describeSum);
  if (sums.length === 0)
    return { zh: "与其他改动一起使加总成立", en: "needed together with other differences" };
  const more = sums.length - NAMED;
  return {
    zh: `${sums
      .slice(0, NAMED)
      .map(({ zh }) => zh)
      .join("；")}${more > 0 ? `；另 ${more} 处` : ""}`,
    en: `${sums
      .slice(0, NAMED)
      .map(({ en }) => en)
      .join("; ")}${more > 0 ? `; ${more} more` : ""}`,
  };
}

/** A sum in words. */
export function describeSum({ class: type, total, parts }: ReceiptSum): Text {
  const what = describeQuantity(total.fact.quantity);
  const count = parts.length;
  switch (type) {
    case "rows":
      return {
        zh: `“${what}”等于其下 ${count} 项之和`,
        en: `“${what}” is the sum of the ${count} rows below it`,
      };
    case "columns":
      return { zh: `“${what}”等于同行 ${count} 栏之和`, en: `“${what}” is the sum of ${count} columns` };
    case "sentence":
      return { zh: `“${what}”等于 ${count} 个分项之和`, en: `“${what}” is the sum of its ${count} parts` };
    case "change":
      return { zh: `“${what}”等于两年之差`, en: `“${what}” is the difference of both years` };
    case "tie":
      return {
        zh: `“${what}”与另一种分类的表相等`,
        en: `“${what}” agrees with the table of another classification`,
      };
    case "units":
      return total.body === DEPARTMENT
        ? { zh: `各单位的“${what}”相加等于部门`, en: `“${what}” of the units adds up to the department's` }
        : { zh: `“${what}”与部门及其他单位相符`, en: `“${what}” fits the department and the other units` };
  }
}

/** The difference of one of a disclosure's facts, where it has one. */
export function differenceOf({ receipt }: Disclosure, fact: Fact): RoundingDifference | undefined {
  return receipt?.differences.find(({ facts }) => facts.includes(fact.id));
}

/** What the receipt has to tell: sums that do not hold, and words about differences that there are none of. */
export function roundingFindings(disclosure: Omit<Disclosure, "findings">): readonly Finding[] {
  const { receipt, book } = disclosure;
  if (receipt === undefined) return [];
  const unlike = unlikeLedger(disclosure);
  const told = receipt.together === true ? [...unlike, TOGETHER] : unlike;
  const [first] = receipt.unmet;
  if (first !== undefined) return [...told, unmetFinding(first, receipt.unmet.length, disclosure)];
  const needless = notesOf(book).filter(
    ({ table, text }) => table === undefined && /四舍五入|尾差/u.test(text),
  );
  return unlike.length > 0 ? told : [...told, ...needless.map(({ text }) => needlessNote(text))];
}

const TOGETHER: Finding = {
  rule: "rounding/decided-with-units",
  level: "notice",
  message: {
    zh: "为使所属各单位相加等于部门，部门有的数与单独编制部门预算时取整不同。",
    en: "So that its units add up to it, some of the department's figures are rounded unlike in a pack built alone.",
  },
  remedy: {
    zh: "部门和单位的公开材料请用这一次编出的，不要与单独编制的混用。",
    en: "Publish the department's and the units' packs of this build together.",
  },
};

/** Last year's published figures that the ledger's entries of last year cannot be rounded to. */
function unlikeLedger({ facts, figures, receipt }: Omit<Disclosure, "findings">): readonly Finding[] {
  const changed = new Set(receipt?.differences.flatMap((difference) => difference.facts));
  return [...facts.values()].flatMap((fact): Finding[] => {
    const figure = figures.get(fact.id);
    const format = amountFormatOf(fact);
    if (figure === undefined || format === undefined || !changed.has(fact.id)) return [];
    const unit = FEN_PER_UNIT[format.unit];
    const gap = figure.scaled * unit - fact.exact * 10n ** BigInt(format.decimals);
    if (gap < unit && gap > -unit) return [];
    const what = describeQuantity(fact.quantity);
    const [printed, entered] = [figureText(figure), formatYuan(fen(fact.exact))];
    return [
      {
        rule: "rounding/published-unlike-ledger",
        level: "warning",
        message: {
          zh: `“${what}”上年公开的是 ${printed}，填报的上年数是 ${entered} 元，两者不符；照公开的印出。`,
          en: `"${what}" was published as ${printed}, but ${entered} yuan is entered for last year; it is printed as published.`,
        },
        remedy: { zh: "核对上年数的填报。", en: "Check what is entered for last year." },
      },
    ];
  });
}

function unmetFinding(sum: ReceiptSum, count: number, disclosure: Omit<Disclosure, "findings">): Finding {
  const { zh, en } = describeSum(sum);
  const figures = [sum.total, ...sum.parts]
    .filter(({ body }) => body === disclosure.book.body)
    .slice(0, 6)
    .map(({ fact }) => printedText(fact, disclosure));
  return {
    rule: "rounding/sum-does-not-hold",
    level: "notice",
    message: {
      zh: `没有一种取整能使全部加总同时成立，留下 ${count} 处相差一个末位单位，如：${zh}（${figures.join("、")}）。`,
      en: `No rounding makes every sum hold at once; ${count} are left a printed unit apart, such as: ${en} (${figures.join(", ")}).`,
    },
    remedy: {
      zh: "这些差额可在说明中写明系四舍五入；全部列在 data/rounding.csv。",
      en: "These may be explained as rounding in the notes; all are listed in data/rounding.csv.",
    },
  };
}

function needlessNote(text: string): Finding {
  return {
    rule: "rounding/no-difference-to-explain",
    level: "notice",
    message: {
      zh: `说明中写有“${text.slice(0, 40)}”，而各数已取整到处处相加相等，没有这样的差异。`,
      en: "The notes excuse rounding differences, but the figures are rounded so that every sum holds.",
    },
    remedy: { zh: "可从“说明”表中删去这一条。", en: "The note may be deleted from the sheet of notes." },
  };
}
