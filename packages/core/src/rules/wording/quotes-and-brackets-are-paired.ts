import { defineRule, type RuleResult } from "../rule.ts";
import { around, type Line, linesOf, orHolds, violationAt } from "./lines.ts";

const PAIRS: Readonly<Record<string, string>> = { "“": "”", "《": "》", "（": "）" };
const CLOSING = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));

export default defineRule({
  id: "wording/quotes-and-brackets-are-paired",
  level: "notice",
  title: { zh: "引号、书名号和括号应成对", en: "Quotation marks and brackets are paired" },
  basis: [],
  doc: {
    zh: "按段检查，不按行，因为一对引号可以跨行。段落在换页处断开的，不作判断。",
    en: "Checked paragraph by paragraph. A paragraph that a page break cuts in two is not judged.",
  },
  examples: [
    {
      name: "a closing mark too many",
      text: "开展“人民调解协议书检查”、优秀调解案例”活动。",
      messages: ["多一个“””。"],
    },
    {
      name: "an opening mark too many",
      text: "开展“人民调解活动，组织专题培训，收到良好效果。",
      messages: ["多一个““”。"],
    },
    {
      name: "numbers of items with one bracket",
      text: "1）贯彻执行国家的方针；2）负责“三公”经费（含接待费）管理。",
      messages: [],
    },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind === "paragraph");
    const results = lines.flatMap((line) => resultOf(line));
    return orHolds(results, lines);
  },
});

function resultOf(line: Line): RuleResult[] {
  if (!/[。；：！？…”）]\s*$/u.test(line.text)) return [];
  const fault = unpaired(line.text);
  if (fault === undefined) return [];
  const mark = line.text[fault] ?? "";
  return [
    violationAt(line, {
      message: { zh: `多一个“${mark}”。`, en: `One ${mark} too many.` },
      remedy: { zh: "补上或删去一个。", en: "Add its counterpart or delete it." },
      quote: around(line.text, fault, fault + 1),
      printed: mark,
    }),
  ];
}

/** The position of the first mark without its counterpart; brackets of either width pair with each other. */
function unpaired(printed: string): number | undefined {
  const text = printed
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replace(/(?<=^|[；。，：\s])(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})）/gu, (item) =>
      " ".repeat(item.length),
    );
  const open: { mark: string; at: number }[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text[index] ?? "";
    if (PAIRS[mark] !== undefined) open.push({ mark, at: index });
    const opening = CLOSING.get(mark);
    if (opening === undefined) continue;
    const at = open.findLastIndex((one) => one.mark === opening);
    if (at < 0) return index;
    open.splice(at, 1);
  }
  return open[0]?.at;
}
