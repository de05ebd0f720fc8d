import { defineRule, type RuleResult } from "../rule.ts";
import { around, linesOf, orHolds, violationAt } from "./lines.ts";

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
    const faults = lines.flatMap((line): RuleResult[] => {
      const match = DOUBLED.exec(line.text);
      if (match === null) return [];
      return [
        violationAt(line, {
          message: { zh: `标点重复：“${match[0]}”。`, en: `Doubled punctuation: ${match[0]}` },
          remedy: { zh: "删去多余的标点。", en: "Delete the mark too many." },
          quote: around(line.text, match.index, match.index + match[0].length),
          printed: match[0],
        }),
      ];
    });
    return orHolds(faults, lines);
  },
});
