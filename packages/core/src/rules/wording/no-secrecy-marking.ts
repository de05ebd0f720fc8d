import { defineRule } from "../rule.ts";
import { linesOf, wordsFound } from "./lines.ts";

const MARKING =
  /(?:绝密|机密|秘密)\s*[★☆]|★\s*\d+\s*年|(?:密级|保密期限)[:：]\s*(?:绝密|机密|秘密|\d)|^(?:绝密|机密|秘密)$|内部(?:资料|文件)[，,]?(?:注意保密|不得外传|严禁外传)/u;

export default defineRule({
  id: "wording/no-secrecy-marking",
  level: "error",
  title: { zh: "公开材料不应有密级标志", en: "A disclosure bears no mark of secrecy" },
  basis: [{ document: "中华人民共和国保守国家秘密法", article: "第三十五条" }],
  doc: {
    zh: "带“机密★”“密级：”等标志的内容不能公开；发现时应立即停止公开并报告。职能里的“保密工作”“机要通信用车”不是标志。",
    en: "Content marked secret must not be published. Words about secrecy work are no marks.",
  },
  examples: [
    { name: "a mark on a page", text: "机密★5年\n某局2024年部门预算", messages: ["有密级标志“机密★”。"] },
    { name: "secrecy as a duty", text: "负责机关保密、机要工作，机要通信用车1辆。", messages: [] },
  ],
  check({ pack }) {
    const lines = linesOf(pack).map((line) => ({ ...line, text: line.text.trim() }));
    return wordsFound(
      lines,
      (text) => MARKING.exec(text),
      (words) => ({
        message: { zh: `有密级标志“${words}”。`, en: `The mark of secrecy “${words}” is printed.` },
        remedy: {
          zh: "立即停止公开，按保密规定处理。",
          en: "Stop publication at once and follow the secrecy rules.",
        },
      }),
    );
  },
});
