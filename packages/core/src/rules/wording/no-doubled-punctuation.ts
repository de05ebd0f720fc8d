import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

const DOUBLED = /。{2,}|，{2,}|；{2,}|：{2,}|、{2,}|[，、；：][。；，、]|。[，、；：]|（）|“”|《》/u;

export default defineRule({
  id: "wording/no-doubled-punctuation",
  level: "warning",
  title: { zh: "不应有重复或相连的标点", en: "No doubled punctuation" },
  basis: [],
  doc: { zh: "“。。”“，。”等是改稿留下的。", en: "Doubled marks are left over from editing." },
  examples: [
    {
      name: "two full stops",
      text: "主要用于信息化建设。。2024年预算安排5万元。",
      messages: ["标点重复：“。。”。"],
    },
    { name: "dots of omission", text: "包括办公费、印刷费……等。", messages: [] },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind === "paragraph");
    return wordsFound(
      lines,
      (text) => DOUBLED.exec(text),
      (words) => ({
        message: { zh: `标点重复：“${words}”。`, en: `Doubled punctuation: ${words}` },
        remedy: { zh: "删去多余的标点。", en: "Delete the mark too many." },
      }),
    );
  },
});
