import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "format/no-blank-page",
  level: "warning",
  title: { zh: "正文中间不应有空白页", en: "No page between others is blank" },
  basis: [{ document: "地方预决算公开操作规程" }],
  doc: {
    zh: "前后都有内容、自己什么也没有的一页，多是排版时留下的分页，也可能是图表或表格没有显示出来。最后一页空白只提示。",
    en: "A page without anything between pages that show something was left by a page break, or its table or picture did not come out. At the end it is only noted.",
  },
  examples: [
    {
      name: "a page after the contents shows nothing",
      text: "某区某局2026年部门预算",
      file: { pages: 23, blankPages: [3] },
      messages: ["第3页是空白页。"],
    },
    {
      name: "every page shows something",
      text: "某区某局2026年部门预算",
      file: { pages: 23 },
      messages: [],
    },
    {
      name: "the end is blank",
      text: "某区某局2026年部门预算",
      file: { pages: 5, blankPages: [4, 5] },
      messages: ["第4、5页是空白页。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const paged = pack.documents.filter(({ document }) => document.file?.pages !== undefined);
    if (paged.length === 0) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "文件不分页，或没有页面信息", en: "the file has no pages" },
      };
    }
    for (const { name, document } of paged) {
      const { pages = 0, blankPages = [] } = document.file ?? {};
      const [first] = blankPages;
      // A file of which nothing shows at all is told by its reader.
      if (first === undefined || blankPages.length === pages) {
        yield { outcome: "holds" };
        continue;
      }
      const isEnd = blankPages.every((page, index) => page === pages - blankPages.length + index + 1);
      yield {
        outcome: "conflict",
        ...(isEnd ? { level: "notice" as const } : {}),
        message: {
          zh: `第${blankPages.join("、")}页是空白页。`,
          en: `Blank pages: ${blankPages.join(", ")}.`,
        },
        remedy: {
          zh: "删去多余的分页；本应有表或图的，补上。",
          en: "Remove the page break, or put in what should stand there.",
        },
        place: { kind: "page", file: name, page: first },
      };
    }
  },
});
