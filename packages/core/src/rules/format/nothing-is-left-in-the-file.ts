import type { Leftover } from "../../document/document.ts";
import type { Text } from "../../finding/finding.ts";
import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "format/nothing-is-left-in-the-file",
  level: "notice",
  title: {
    zh: "公开的文件里不应留有隐藏内容、批注、修订和个人信息",
    en: "The published file holds nothing hidden, no comments, no changes and no names",
  },
  basis: [{ document: "中华人民共和国政府信息公开条例", article: "第十七条" }],
  doc: {
    zh: "隐藏的工作表、行、列，批注，修订痕迹，隐藏文字，附件和文件属性里的姓名、单位，页面上看不见，却随文件一起公开。隐藏的工作表里有数字的为疑点。",
    en: "Hidden sheets, rows and columns, comments, tracked changes, hidden text, attachments and the names in a file's properties do not show and are published all the same. A hidden sheet with figures is a warning.",
  },
  examples: [
    {
      name: "a hidden sheet with figures, and comments",
      text: "某区某局2026年部门预算",
      file: {
        leftovers: [
          { kind: "hidden-sheets", detail: "测算、底稿", figures: true },
          { kind: "comments", detail: "3" },
        ],
      },
      messages: ["文件中留有隐藏的工作表“测算、底稿”，其中有数字；批注3处。"],
    },
    {
      name: "a name in the properties",
      text: "某区某局2026年部门预算",
      file: { leftovers: [{ kind: "author", detail: "张三" }] },
      messages: ["文件中留有作者姓名“张三”。"],
    },
    { name: "nothing", text: "某区某局2026年部门预算", file: { pages: 3 }, messages: [] },
  ],
  *check({ pack }): Generator<RuleResult> {
    for (const { name, document } of pack.documents) {
      const leftovers = document.file?.leftovers ?? [];
      if (leftovers.length === 0) {
        yield { outcome: "holds" };
        continue;
      }
      const words = leftovers.map((leftover) => WORDS[leftover.kind](leftover));
      const hasFigures = leftovers.some(({ figures }) => figures === true);
      yield {
        outcome: "conflict",
        ...(hasFigures ? { level: "warning" as const } : {}),
        message: {
          zh: `文件中留有${words.map(({ zh }) => zh).join("；")}。`,
          en: `The file still holds ${words.map(({ en }) => en).join("; ")}.`,
        },
        remedy: {
          zh: "公开前请用“文件—检查文档”（WPS：文件—文档加密—清除隐私）删去；不应公开的内容要删除，不能只是隐藏。",
          en: "Before publishing remove it with the office program's document inspector; hiding does not remove.",
        },
        place: { kind: "line", file: name, line: 1 },
      };
    }
  },
});

const places = ({ detail }: Leftover) => (detail === "" ? "" : `${detail}处`);
const count = ({ detail }: Leftover) => (detail === "" ? "" : ` (${detail})`);

const WORDS: Readonly<Record<Leftover["kind"], (leftover: Leftover) => Text>> = {
  "hidden-sheets": ({ detail, figures }) => ({
    zh: `隐藏的工作表“${detail}”${figures === true ? "，其中有数字" : ""}`,
    en: `hidden sheets "${detail}"${figures === true ? " with figures" : ""}`,
  }),
  "hidden-rows": ({ detail }) => ({ zh: `隐藏的行：${detail}`, en: `hidden rows: ${detail}` }),
  "hidden-columns": ({ detail }) => ({ zh: `隐藏的列：${detail}`, en: `hidden columns: ${detail}` }),
  comments: (leftover) => ({ zh: `批注${places(leftover)}`, en: `comments${count(leftover)}` }),
  insertions: (leftover) => ({
    zh: `插入的修订${places(leftover)}`,
    en: `tracked insertions${count(leftover)}`,
  }),
  deletions: (leftover) => ({
    zh: `删除的修订${places(leftover)}`,
    en: `tracked deletions${count(leftover)}`,
  }),
  "hidden-text": (leftover) => ({ zh: `隐藏文字${places(leftover)}`, en: `hidden text${count(leftover)}` }),
  attachments: ({ detail }) => ({ zh: `附件${detail}个`, en: `${detail} attached files` }),
  author: ({ detail }) => ({ zh: `作者姓名“${detail}”`, en: `the author's name "${detail}"` }),
  company: ({ detail }) => ({ zh: `单位名称“${detail}”`, en: `the company's name "${detail}"` }),
};
