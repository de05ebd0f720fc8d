import { defineRule, type RuleResult } from "../rule.ts";
import { matchContents } from "./match-contents.ts";

export default defineRule({
  id: "format/contents-are-complete",
  level: "warning",
  title: { zh: "目录所列的表都应公开", en: "Every table of the contents is published" },
  basis: [{ document: "地方预决算公开操作规程", article: "第三条" }],
  doc: {
    zh: "目录列出而正文没有找到的表，或是漏了，或是标题改得认不出。没有数据的表也要保留表样。",
    en: "A table that the contents list and the pack does not show is missing or has another title. Empty tables stay.",
  },
  examples: [
    {
      name: "a promised table is not there",
      text: `2023年示例区部门预算公开表（目录）\n\n编号\t工作表名\t\n1\t表一\t2023年示例区部门收支预算总表\n2\t表二\t2023年示例区部门收入预算总表\n\n部门公开表1\n2023年示例区部门收支预算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n收入总计\t1.00\t支出总计\t1.00\n`,
      messages: ["目录列有“2023年示例区部门收入预算总表”，正文没有找到这张表。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const matches = matchContents(pack);
    if (matches.length === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有列出表名的目录", en: "no contents list tables" },
      };
    const found = matches.filter(({ tables }) => tables.length > 0).length;
    for (const { entry, tables, similar } of matches) {
      if (tables.length > 0 || entry.declaredEmpty === true) yield { outcome: "holds" };
      else if (similar !== undefined) {
        yield {
          outcome: "could-not-check",
          reason: {
            zh: `目录的“${entry.text}”可能是正文的“${similar.caption}”`,
            en: `"${entry.text}" of the contents may be the table "${similar.caption}"`,
          },
        };
      } else if (found * 2 < matches.length) {
        yield {
          outcome: "could-not-check",
          reason: {
            zh: "目录与正文的表名多数对不上，可能表在别的文件里",
            en: "most titles of the contents were not found: the tables may stand in another file",
          },
        };
      } else {
        const title = entry.text.replace(/\s+/gu, "");
        yield {
          outcome: "conflict",
          message: {
            zh: `目录列有“${title}”，正文没有找到这张表。`,
            en: `The contents list "${title}", which was not found.`,
          },
          remedy: {
            zh: "补上这张表；没有数据也要保留空表并说明。",
            en: "Add the table; without figures it stays, with a note.",
          },
          ...(entry.place === undefined ? {} : { place: entry.place }),
          quote: title,
        };
      }
    }
  },
});
