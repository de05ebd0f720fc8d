import { defineRule, type RuleResult } from "../rule.ts";
import { around, linesOf, violationAt } from "./lines.ts";

/** 2023年部门预算: the year of a budget in a title, not one that a sentence compares with. */
const TITLE_YEAR =
  /(?<year>20\d\d)\s*年(?:度)?[^，。；、与比较至—-]{0,30}?(?:部门|单位|收支|收入|支出|预算)[^，。；、与比较]{0,40}(?:预算(?:表|总表|公开|情况说明|编制说明|明细表)?|表)(?:[（(].*[）)])?\s*$/u;

export default defineRule({
  id: "wording/years-agree",
  level: "warning",
  title: { zh: "标题中的年份应一致", en: "Titles agree on the year" },
  basis: [],
  doc: {
    zh: "封面、标题、表名中的预算年度应是同一年。一份材料用几年的旧稿改成，常有漏改的标题。",
    en: "Cover, headings and table titles name one budget year.",
  },
  examples: [
    {
      name: "one title of last year",
      text: "第一部分 2024年部门预算公开\n第二部分 2024年部门预算编制说明\n一、2023年部门收支预算总表\n正文。",
      messages: ["标题写2023年，本材料是2024年的预算。"],
    },
    {
      name: "all of one year",
      text: "某局2024年部门预算公开\n2024年部门预算编制说明\n2024年收入比2023年增加。",
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const titles = linesOf(pack).filter(
      ({ kind, text }) => kind !== "cell" && text.length < 60 && TITLE_YEAR.test(text),
    );
    if (pack.year === undefined || titles.length === 0) {
      yield { outcome: "not-applicable", reason: { zh: "没有写年份的标题", en: "no title names a year" } };
      return;
    }
    for (const line of titles) {
      const match = TITLE_YEAR.exec(line.text);
      const year = Number(match?.groups?.year);
      if (year === pack.year) yield { outcome: "holds" };
      else
        yield violationAt(line, {
          message: {
            zh: `标题写${year}年，本材料是${pack.year}年的预算。`,
            en: `A title says ${year}; this is the budget of ${pack.year}.`,
          },
          remedy: { zh: "核对标题的年份。", en: "Check the year of the title." },
          quote: around(line.text, 0, line.text.length),
          printed: String(year),
          expected: String(pack.year),
        });
    }
  },
});
