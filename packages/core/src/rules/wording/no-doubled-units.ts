import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

/** Only next to a figure: 单元元件 and 缴费费率 are words. */
const DOUBLED =
  /(?<=\d)(?:[万亿]?元[万亿]?元|%{2,}|[万亿]{2,}元)|(?:经费费|支出支出|预算预算|收入收入)(?=\d)/u;

export default defineRule({
  id: "wording/no-doubled-units",
  level: "warning",
  title: { zh: "数字前后的字不应重复", en: "No doubled unit or word next to a figure" },
  basis: [],
  doc: {
    zh: "“100元元”“经费费62万元”是改稿留下的，单位重复的还会让人疑心数额。",
    en: "A unit or a word that is doubled next to a figure is left over from editing.",
  },
  examples: [
    {
      name: "a unit twice",
      text: "上年结转1837600元元，占16.15%。",
      messages: ["数字前后有重复的字：“元元”。"],
    },
    {
      name: "the name of an expense ends twice",
      text: "因公出国（境）经费费62万元，比上年增加24万元。",
      messages: ["数字前后有重复的字：“经费费”。"],
    },
    {
      name: "words that are no doublings",
      text: "缴费费率为8%，单元元件5个，收入100万元，支出100万元。",
      messages: [],
    },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind === "paragraph");
    return wordsFound(
      lines,
      (text) => DOUBLED.exec(text),
      (words) => ({
        message: {
          zh: `数字前后有重复的字：“${words}”。`,
          en: `A unit or word is doubled next to a figure: ${words}`,
        },
        remedy: { zh: "删去多余的字，并核对数额。", en: "Delete what is too much and check the amount." },
      }),
    );
  },
});
