import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

const ERROR =
  /#(?:DIV\/0[!！]?|REF[!！]|VALUE[!！]|NAME\?|NUM[!！]|N\/A|NULL[!！])|(?<![A-Za-z])(?:NaN|undefined)(?![A-Za-z])/u;

export default defineRule({
  id: "wording/no-spreadsheet-error",
  level: "error",
  title: { zh: "不应印出电子表格的错误值", en: "No error value of a spreadsheet is printed" },
  basis: [],
  doc: {
    zh: "#DIV/0!、#REF! 等是公式出错的记号。上年为零的增幅应留空或写“—”。",
    en: "#DIV/0! and the like are failed formulas. Growth on a nil base is left blank.",
  },
  examples: [
    {
      name: "growth on a nil base",
      text: "2024年支出预算表\n科目编码\t科目名称\t2023年预算数\t2024年预算数\t增幅\n2080501\t行政单位离退休\t0.00\t5.00\t#DIV/0!",
      messages: ["印出了错误值“#DIV/0!”。"],
    },
    {
      name: "a blank",
      text: "2024年支出预算表\n科目编码\t科目名称\t金额\t增幅\n2080501\t行政单位离退休\t5.00\t—",
      messages: [],
    },
  ],
  check({ pack }) {
    return wordsFound(
      linesOf(pack),
      (text) => ERROR.exec(text),
      (words, { text }) => ({
        message: { zh: `印出了错误值“${words}”。`, en: `The error value ${words} is printed.` },
        remedy: {
          zh: "改正公式；没有意义的比例留空或写“—”。",
          en: "Correct the formula; leave a meaningless rate blank.",
        },
        quote: text,
      }),
    );
  },
});
