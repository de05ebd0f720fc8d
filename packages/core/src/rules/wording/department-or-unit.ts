import type { PackParagraph } from "../../pack/pack.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { linesOf, violationAt } from "./lines.ts";

export default defineRule({
  id: "wording/department-or-unit",
  level: "notice",
  title: { zh: "“本部门”与“本单位”不应混用", en: "The text does not mix 本部门 and 本单位" },
  basis: [],
  doc: {
    zh: "部门预算自称“本部门”，单位预算自称“本单位”。套用另一种模板时常有漏改。只看说明数字的句子，不看职能和名词解释。",
    en: "A departmental budget calls itself 本部门, a unit's 本单位; the other word is left over from another template.",
  },
  examples: [
    {
      name: "one sentence of another template",
      text: "2024年本部门收入预算10万元。\n2024年本部门支出预算10万元。\n2024年本部门政府采购预算1万元。\n2024年本单位机关运行经费5万元。",
      messages: ["全文多称“本部门”（3处），这里称“本单位”。"],
    },
    {
      name: "one word throughout",
      text: "2024年本部门收入预算10万元。\n2024年本部门支出预算10万元。",
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const stating = pack.paragraphs.filter(isStating);
    const count = (word: string) => stating.filter(({ text }) => text.includes(word)).length;
    const [departments, units] = [count("本部门"), count("本单位")];
    if (departments + units < 2) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有自称“本部门”或“本单位”", en: "the text does not speak of itself" },
      };
      return;
    }
    const [usual, rare] = departments >= units ? ["本部门", "本单位"] : ["本单位", "本部门"];
    const few = Math.min(departments, units);
    const many = Math.max(departments, units);
    if (few === 0 || many < few * 3) {
      yield few === 0
        ? { outcome: "holds" }
        : {
            outcome: "could-not-check",
            reason: {
              zh: "两种自称都常用，可能各有所指",
              en: "both words are common and may mean different bodies",
            },
          };
      return;
    }
    const lines = linesOf({ ...pack, paragraphs: stating, documents: [] });
    for (const line of lines.filter(({ text }) => text.includes(rare) && !text.includes(usual)))
      yield violationAt(line, {
        message: {
          zh: `全文多称“${usual}”（${many}处），这里称“${rare}”。`,
          en: `The text mostly says ${usual}; here it says ${rare}.`,
        },
        remedy: { zh: "核对自称，统一用词。", en: "Use one word throughout." },
        quote: rare,
        printed: rare,
        expected: usual,
      });
  },
});

function isStating({ text, headings }: PackParagraph): boolean {
  return (
    /\d\s*(?:万元|元|辆)/u.test(text) && !headings.some((heading) => /职能|职责|名词解释/u.test(heading))
  );
}
