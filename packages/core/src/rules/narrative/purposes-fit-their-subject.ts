import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { linesOf, orHolds, violationAt } from "../wording/lines.ts";

/**
 * Subjects that pay for one thing only, as an item's sentence names them, and the words of other such things: a
 * purpose copied from the item before.
 */
const SUBJECTS = [
  {
    name: "住房公积金",
    subject: /住房公积金\(?项?\)?/u,
    other: /医疗保险|养老保险|职业年金/u,
    own: /公积金/u,
  },
  {
    name: "职业年金缴费",
    subject: /职业年金缴费(?:支出)?\(?项?\)?/u,
    other: /公积金|医疗保险/u,
    own: /年金/u,
  },
  {
    name: "基本养老保险缴费",
    subject: /基本养老保险缴费(?:支出)?\(?项?\)?/u,
    other: /公积金|医疗保险|职业年金/u,
    own: /养老/u,
  },
  {
    name: "行政单位医疗",
    subject: /行政单位医疗\(?项?\)?/u,
    other: /公积金|养老保险|职业年金/u,
    own: /医疗/u,
  },
  {
    name: "事业单位医疗",
    subject: /事业单位医疗\(?项?\)?/u,
    other: /公积金|养老保险|职业年金/u,
    own: /医疗/u,
  },
] as const;

export default defineRule({
  id: "narrative/purposes-fit-their-subject",
  level: "warning",
  title: { zh: "科目的用途应与科目相符", en: "An item's purpose fits the item" },
  basis: [{ document: "政府收支分类科目" }],
  doc: {
    zh: "住房公积金、职业年金、养老保险、医疗这些科目用途单一；用途写成另一项而不提本项的，多为照抄上一条。",
    en: "Housing fund, annuities, pensions and medical care each pay for one thing; a purpose that names another was probably copied.",
  },
  examples: [
    {
      name: "the housing fund is said to pay medical insurance",
      text: "“住房保障支出（类）住房改革支出（款）住房公积金（项）”201.50万元，主要用于：缴纳职工基本医疗保险。",
      messages: ["“住房公积金”的用途写成“医疗保险”。"],
    },
    {
      name: "the purpose names the item itself",
      text: "“住房保障支出（类）住房改革支出（款）住房公积金（项）”201.50万元，主要用于：缴纳职工住房公积金。",
      messages: [],
    },
    {
      name: "a sentence on several items",
      text: "住房公积金（项）20万元，行政单位医疗（项）10万元，主要用于公积金和医疗保险。",
      messages: [],
    },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind === "paragraph");
    const faults = lines.flatMap((line): RuleResult[] =>
      plain(line.text)
        .split(/[。；]/u)
        .flatMap((sentence) => {
          const wrong = purposeOfAnother(sentence);
          if (wrong === undefined) return [];
          return [
            violationAt(line, {
              message: {
                zh: `“${wrong.name}”的用途写成“${wrong.word}”。`,
                en: `The purpose of ${wrong.name} is given as ${wrong.word}.`,
              },
              remedy: { zh: "改为本科目的用途。", en: "Give the purpose of this item." },
              quote: sentence.slice(0, 80),
              printed: wrong.word,
            }),
          ];
        }),
    );
    return orHolds(faults, lines);
  },
});

/** A sentence on one subject, an amount, and a purpose that names another subject's only. */
function purposeOfAnother(sentence: string) {
  const purpose = /主要用于[:：]?(.+)$/u.exec(sentence);
  if (purpose === null) return undefined;
  const head = sentence.slice(0, purpose.index);
  const named = SUBJECTS.filter(({ subject }) => subject.test(head));
  const [only] = named;
  if (only === undefined || named.length > 1 || !/\d/u.test(head)) return undefined;
  const words = purpose[1] ?? "";
  const word = only.other.exec(words)?.[0];
  return word === undefined || only.own.test(words) ? undefined : { name: only.name, word };
}
