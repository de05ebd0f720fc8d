import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

/** What templates leave to fill in. A masked name or number (张××, 138****) is none: those stand for something. */
const PLACEHOLDERS = [
  /(?<![A-Za-z0-9*])(?:X{2,}|x{2,}|×{2,}|Ｘ{2,})(?![A-Za-z0-9*])/u,
  /待填|待补充|此处填写|请填写|填写说明|（填写|TODO|TBD/u,
  /\{[\p{Script=Han}A-Za-z_]{1,20}\}|【(?:请|填|单位名称|部门名称)[^】]{0,20}】|_{4,}/u,
  /(?:○{2,}|〇{3,}|□{2,})(?=年|月|日|万元|局|单位|部门)/u,
];

export default defineRule({
  id: "wording/no-placeholder",
  level: "error",
  title: { zh: "不应留有待填的占位符", en: "No placeholder is left" },
  basis: [],
  doc: {
    zh: "模板里的 XX、××、待填、{单位} 等应换成实际内容。",
    en: "What a template leaves to fill in must be filled in.",
  },
  examples: [
    {
      name: "a name not filled in",
      text: "XX局2024年部门预算公开。",
      messages: ["“XX”是没有填写的占位符。"],
    },
    {
      name: "an amount not filled in",
      text: "公务接待费××万元，与上年持平。",
      messages: ["“××”是没有填写的占位符。"],
    },
    { name: "a masked telephone number", text: "监督电话：138****1234。规格 2×3 米。", messages: [] },
  ],
  check({ pack }) {
    const find = (text: string) =>
      PLACEHOLDERS.map((pattern) => pattern.exec(text)).find((found) => found !== null) ?? null;
    return wordsFound(linesOf(pack), find, (words) => ({
      message: {
        zh: `“${words}”是没有填写的占位符。`,
        en: `“${words}” is a placeholder that was not filled in.`,
      },
      remedy: { zh: "填写实际内容，或删去该句。", en: "Fill it in, or delete the sentence." },
    }));
  },
});
