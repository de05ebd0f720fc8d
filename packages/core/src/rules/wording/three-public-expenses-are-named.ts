import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { type Line, linesOf, violationAt } from "./lines.ts";

/** The three expenses, by the words that a sentence names each with. */
const EXPENSES = [
  // Seldom spent: where the others make up the total it is nil and left out.
  { name: "因公出国（境）费", found: /出国|出境|国\(境\)/u, level: "notice" },
  { name: "公务接待费", found: /接待/u, level: "warning" },
  { name: "公务用车购置及运行费", found: /用车|车辆|车运行|车购置/u, level: "warning" },
] as const;

/** A sentence may go on in the paragraphs below it. */
const FOLLOWING = 8;

export default defineRule({
  id: "wording/three-public-expenses-are-named",
  level: "warning",
  title: { zh: "“三公”经费的三项都应写明", en: "All three public expenses are named" },
  basis: [{ document: "机关事务管理条例", article: "第七条" }],
  doc: {
    zh: "逐项说明“三公”经费的段落应写到出国、接待、用车三项；只写到两项的，第三项的名称可能丢失了。没有分项的段落不作判断。",
    en: "A paragraph that goes through the public expenses names travel abroad, reception and vehicles; where one is missing its name may have been lost.",
  },
  examples: [
    {
      name: "the name of one is lost from the sentence",
      text: "三、“三公”经费情况说明\n2018年“三公”经费预算100万元。其中：因公出国（境）费用60万元，比2017年减少5万元；严控20万元；公务用车运行维护费20万元。",
      messages: ["“三公”经费说明中没有写到“公务接待费”。"],
    },
    {
      name: "all three are named, one in a paragraph of its own",
      text: "三、“三公”经费情况说明\n2018年“三公”经费预算100万元。其中：因公出国（境）费用60万元；公务用车运行维护费20万元。\n公务接待费20万元。",
      messages: [],
    },
    {
      name: "a second paragraph tells the changes of two",
      text: "三、“三公”经费情况说明\n2024年“三公”经费预算21.8万元，其中：因公出国（境）经费0万元，公务接待11.8万元，公务用车运行费用10万元。\n2024年“三公”经费预算较上年增加1.68万元，其中公务接待减少0.59万元，公务用车运行费用增加2.27万元。",
      messages: [],
    },
    { name: "a total alone", text: "2018年“三公”经费预算100万元，与上年持平。", messages: [] },
  ],
  *check({ pack }): Generator<RuleResult> {
    const lines = linesOf(pack).filter(({ kind }) => kind !== "cell" && kind !== "caption");
    const results = lines.flatMap((line, index) => {
      const before = lines.slice(Math.max(0, index - FOLLOWING), index).filter(goesThrough);
      return judge(line, [...before, ...lines.slice(index + 1, index + 1 + FOLLOWING)]);
    });
    if (results.length > 0) yield* results;
    else
      yield {
        outcome: "not-applicable",
        reason: {
          zh: "没有逐项说明“三公”经费的段落",
          en: "no paragraph goes through the public expenses",
        },
      };
  },
});

/** A paragraph with the total and two of the expenses, each with an amount. */
function goesThrough(line: Line): boolean {
  const text = plain(line.text);
  if (!/三公”?经费/u.test(text) || /指/u.test(text.slice(0, 30))) return false;
  if ((text.match(/\d万?元/gu)?.length ?? 0) < 3) return false;
  return EXPENSES.filter(({ found }) => found.test(text)).length >= 2;
}

/** The third may stand in what follows, or in a paragraph before that goes through them too. */
function judge(line: Line, others: readonly Line[]): RuleResult[] {
  if (!goesThrough(line)) return [];
  const all = [line, ...others].map((each) => plain(each.text));
  const missing = EXPENSES.find(({ found }) => !all.some((other) => found.test(other)));
  if (missing === undefined)
    return [{ outcome: "holds", ...(line.place === undefined ? {} : { place: line.place }) }];
  return [
    violationAt(line, {
      level: missing.level,
      message: {
        zh: `“三公”经费说明中没有写到“${missing.name}”。`,
        en: `The paragraph on the public expenses does not name ${missing.name}.`,
      },
      remedy: {
        zh: "核对是否有文字丢失；该项为零的也应写明。",
        en: "Check whether words were lost; a nil amount is stated as well.",
      },
      quote: line.text.slice(0, 60),
      expected: missing.name,
    }),
  ];
}
