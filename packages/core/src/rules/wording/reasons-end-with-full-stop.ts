import { defineRule, type RuleResult } from "../rule.ts";
import { linesOf, orHolds, violationAt } from "./lines.ts";

export default defineRule({
  id: "wording/reasons-end-with-full-stop",
  level: "notice",
  title: { zh: "说明原因的句子应以句号结束", en: "A sentence with a reason ends with a full stop" },
  basis: [],
  doc: {
    zh: "“主要原因是……”之后没有句号，常常是句子没有写完，或被截断。",
    en: "A reason without its full stop has often been cut off.",
  },
  examples: [
    {
      name: "the full stop is missing",
      text: "财政拨款收入支出增加的主要原因是工作量增加\n财政拨款支出主要内容如下：",
      messages: ["说明原因的句子没有句号：“主要原因是工作量增加”。"],
    },
    { name: "the full stop is there", text: "财政拨款收入支出增加的主要原因是工作量增加。", messages: [] },
  ],
  check({ pack }) {
    const lines = linesOf(pack).filter(({ kind }) => kind === "paragraph");
    const faults = lines.flatMap((line): RuleResult[] => {
      const match = /主要原因(?:是|为|：|:)[^。；]*$/u.exec(line.text.trimEnd());
      if (match === null || /[：:；;，、]$/u.test(match[0]) || match[0].length > 120) return [];
      return [
        violationAt(line, {
          message: {
            zh: `说明原因的句子没有句号：“${match[0]}”。`,
            en: "A sentence with a reason has no full stop.",
          },
          remedy: { zh: "补上句号；句子不全的补全。", en: "Add the full stop, or complete the sentence." },
          quote: match[0],
        }),
      ];
    });
    return orHolds(faults, lines);
  },
});
