import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

/** A unit where its figure should be. 占比% is a heading. */
const BLANK =
  /占(?!比)[\p{Script=Han}“”]{0,20}\s*%(?=[，,。；;])|(?:增加|减少|增长|下降)了?\s*(?:万元|%)(?=[，,。；;])/u;

export default defineRule({
  id: "wording/no-blank-figure",
  level: "warning",
  title: { zh: "单位前不应缺数字", en: "No figure is left blank" },
  basis: [],
  doc: {
    zh: "“占基本支出预算%”“比上年减少 万元”是模板里没有填的数；也可能是文件里的数字没有读出来，请对照原件。",
    en: "A unit without its figure was left to fill in, or the figure could not be read from the file.",
  },
  examples: [
    {
      name: "a share without its number",
      text: "商品和服务支出预算75800元，占基本支出预算%，同比增加52044.27元。",
      messages: ["“占基本支出预算%”缺数字。"],
    },
    {
      name: "a change without its amount",
      text: "因公出国（境）费0万元，比上年减少 万元；公务接待费30万元。",
      messages: ["“减少 万元”缺数字。"],
    },
    {
      name: "figures with their units",
      text: "基本支出占总支出的82.5%，比上年减少3万元。金额单位为万元，占比%见下表。",
      messages: [],
    },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind === "paragraph");
    return wordsFound(
      lines,
      (text) => BLANK.exec(text),
      (words) => ({
        message: { zh: `“${words}”缺数字。`, en: `“${words}” lacks its figure.` },
        remedy: { zh: "填上数字，或删去该句。", en: "Fill the figure in, or delete the words." },
      }),
    );
  },
});
