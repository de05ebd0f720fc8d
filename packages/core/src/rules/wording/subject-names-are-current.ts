import { isConfirmed, lookUp } from "../../catalogue/catalogue.ts";
import { nameOf, namesOf } from "../../catalogue/name.ts";
import type { PackParagraph } from "../../pack/pack.ts";
import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { violationAt } from "./lines.ts";

/** A name with the code that stands beside it: 卫生健康支出(210类), 行政运行(2040601). */
const NAMED_CODE = /(?<name>[\p{Script=Han}、]{2,30})\((?<code>2\d{6}|2\d{4}|2\d{2})类?\)/gu;

export default defineRule({
  id: "wording/subject-names-are-current",
  level: "error",
  title: { zh: "科目名称应与当年科目一致", en: "Subject names are those of the year" },
  basis: [],
  doc: {
    zh: "文字中写了编码的科目，名称应是当年《政府收支分类科目》的名称。旧名称（如“医疗卫生与计划生育支出”）多是沿用往年文稿。名称来源未经核实的科目只作提示。",
    en: "A subject that the text names with its code bears the name of the year's catalogue. Where the catalogue row is not confirmed, this is a notice.",
  },
  examples: [
    {
      name: "a name given up years ago",
      text: "某局2024年部门预算\n1、医疗卫生与计划生育支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）5万元。",
      messages: ["编码210的科目在2024年是“卫生健康支出”，印作“医疗卫生与计划生育支出”。"],
    },
    {
      name: "the name of the year",
      text: "某局2024年部门预算\n1、卫生健康支出（210类）5万元。行政运行（2040601）6万元。",
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const { year } = pack;
    if (year === undefined) {
      yield {
        outcome: "could-not-check",
        reason: { zh: "不知道预算年度", en: "the budget year is not known" },
      };
      return;
    }
    let seen = 0;
    for (const paragraph of pack.paragraphs) {
      for (const match of plain(paragraph.text).matchAll(NAMED_CODE)) {
        const { name = "", code = "" } = match.groups ?? {};
        seen++;
        yield resultOf(paragraph, {
          name: name.replace(/^.*[、]/u, (list) =>
            namesOf("functional", code).some((known) => plain(known) === plain(name)) ? list : "",
          ),
          code,
          year,
        });
      }
    }
    if (seen === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "文字中没有带编码的科目名称", en: "no subject is named with its code" },
      };
  },
});

function resultOf(
  paragraph: PackParagraph,
  { name, code, year }: { name: string; code: string; year: number },
): RuleResult {
  const entry = lookUp("functional", code, year) ?? lookUp("functional", code);
  const expected = nameOf("functional", code, year);
  if (entry === undefined || expected === undefined)
    return {
      outcome: "could-not-check",
      reason: { zh: `科目目录中没有${code}`, en: `the catalogue does not know ${code}` },
    };
  if (endsWithName(name, expected)) return { outcome: "holds" };
  const former = namesOf("functional", code).find((known) => endsWithName(name, known));
  const sure = isConfirmed(entry) && (former !== undefined || code.length === 3);
  return violationAt(
    {
      text: paragraph.text,
      kind: "paragraph",
      ...(paragraph.place === undefined ? {} : { place: paragraph.place }),
    },
    {
      level: sure ? "error" : "notice",
      message: {
        zh: `编码${code}的科目在${year}年是“${expected}”，印作“${former ?? name}”。`,
        en: `Code ${code} is “${expected}” in ${year}; the text calls it “${former ?? name}”.`,
      },
      remedy: { zh: "改为当年的科目名称，或核对编码。", en: "Use the name of the year, or check the code." },
      quote: name,
      printed: former ?? name,
      expected,
    },
  );
}

/** Names may leave out 支出 at their end, and stand behind other words. */
function endsWithName(printed: string, name: string): boolean {
  const core = (text: string) =>
    plain(text)
      .replace(/支出$/u, "")
      .replace(/[、,，·]/gu, "");
  return core(printed).endsWith(core(name));
}
