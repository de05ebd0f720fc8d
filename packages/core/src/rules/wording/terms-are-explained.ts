import type { Pack } from "../../pack/pack.ts";
import { numberingLevel, plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";

interface Term {
  readonly word: string;
  readonly used: RegExp;
  readonly explained: RegExp;
  /** An explanation that speaks of it under another name does not count: readers look the name up. */
  readonly byTitle?: boolean;
}

/** Professional terms whose explanation readers expect, and the words that explain the same. */
const TERMS: readonly Term[] = [
  { word: "“三公”经费", used: /三公经费/u, explained: /三公经费/u },
  { word: "机关运行经费", used: /机关运行经费/u, explained: /机关运行经费|行政经费/u },
  { word: "财政拨款收入", used: /财政拨款收入/u, explained: /财政拨款/u },
  { word: "财政专户管理资金", used: /财政专户管理资金/u, explained: /财政专户/u, byTitle: true },
  { word: "基本支出", used: /基本支出/u, explained: /基本支出/u },
  { word: "项目支出", used: /项目支出/u, explained: /项目支出/u },
  { word: "上年结转", used: /上年结转/u, explained: /结转/u },
];

export default defineRule({
  id: "wording/terms-are-explained",
  level: "notice",
  title: { zh: "正文用到的专业名词应有解释", en: "Professional terms are explained" },
  basis: [],
  doc: {
    zh: "公开材料应解释专业性较强的名词；“三公”经费和机关运行经费必须解释。按词条标题和释文的前半句判断。",
    en: "A disclosure explains its professional terms, 三公经费 and 机关运行经费 above all.",
  },
  examples: [
    {
      name: "organ operating funds without explanation",
      text: "机关运行经费预算11.88万元。\n六、名词解释\n“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车费和公务接待费。\n项目支出：指基本支出之外的支出。",
      messages: ["“机关运行经费”在正文中使用，名词解释中没有。"],
    },
    {
      name: "a term is explained under another name",
      text: "财政专户管理资金0万元，事业收入0万元。\n六、名词解释\n教育收费收入：缴入财政专户、实行专项管理的学费等收费。",
      messages: ["“财政专户管理资金”在正文中使用，名词解释中没有。"],
    },
    {
      name: "every term is explained",
      text: "机关运行经费预算11.88万元。\n六、名词解释\n机关运行经费：指用于购买货物和服务的各项资金。",
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const { prose, glossary } = split(pack);
    if (glossary.length === 0) {
      yield {
        outcome: "could-not-check",
        reason: { zh: "没有找到名词解释部分", en: "the explanations of terms were not found" },
      };
      return;
    }
    for (const { word, used, explained, byTitle } of TERMS) {
      if (!prose.some(({ text }) => used.test(text))) continue;
      const explains = ({ text }: { readonly text: string }) =>
        explained.test(byTitle === true ? titleOf(text) : text.slice(0, 40));
      if (glossary.some(explains)) yield { outcome: "holds" };
      else
        yield {
          outcome: "conflict",
          message: {
            zh: `“${word}”在正文中使用，名词解释中没有。`,
            en: `${word} is used but not explained.`,
          },
          remedy: { zh: "在名词解释中补上这一条。", en: "Add its explanation." },
          ...(glossary[0]?.place === undefined ? {} : { place: glossary[0].place }),
          printed: word,
        };
    }
  },
});

/** The term that an explanation begins with: （二）教育收费收入：缴入财政专户… */
function titleOf(text: string): string {
  return /^[^:：，。]{1,30}[:：]/u.exec(text)?.[0] ?? text.slice(0, 40);
}

/** Paragraphs under the heading of explanations; and those that state figures, with the headings that name them. */
function split(pack: Pack) {
  const lines = pack.paragraphs.map(({ text, headings, heading, place }) => ({
    text: plain(text),
    heading: heading === true || (numberingLevel(text) !== undefined && text.length < 20),
    explains: headings.some((heading) => /名词解释|名词释义/u.test(heading)),
    ...(place === undefined ? {} : { place }),
  }));
  return {
    glossary: lines.filter(({ explains }) => explains),
    prose: lines.filter(
      ({ text, explains, heading }) => !explains && (heading || /\d(?:万元|元)/u.test(text)),
    ),
  };
}
