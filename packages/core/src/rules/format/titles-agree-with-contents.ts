import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { type ContentsMatch, matchContents } from "./match-contents.ts";

export default defineRule({
  id: "format/titles-agree-with-contents",
  level: "warning",
  title: { zh: "目录中的表名应与正文一致", en: "Titles in the contents are those on the tables" },
  basis: [{ document: "地方预决算公开操作规程", article: "第四条" }],
  doc: {
    zh: "目录列出的每张表，正文都应有同名的表。部门、单位用词不同，或目录多出括注，都算不一致。",
    en: "Every table that the contents list must be there under the same title.",
  },
  examples: [
    {
      name: "the contents say 部门, the table says 单位",
      text: `2023年示例区部门预算公开表（目录）\n\n编号\t工作表名\t\n1\t表一\t2023年示例区部门收支预算总表\n14\t表十四\t2023年示例区部门政府采购预算明细表\n\n部门公开表1\n2023年示例区部门收支预算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n收入总计\t1.00\t支出总计\t1.00\n\n部门公开表14\n2023年示例区单位政府采购预算明细表\n单位：万元\n\n项目编号\t项目\t总计\n合计\t\t0.20\nA\t货物\t0.20\n`,
      messages: [
        "目录中的“2023年示例区部门政府采购预算明细表”，正文标题是“2023年示例区单位政府采购预算明细表”。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const matches = matchContents(pack);
    if (matches.length === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有列出表名的目录", en: "no contents list tables" },
      };
    for (const match of matches) yield* judge(match);
  },
});

function* judge({ entry, tables }: ContentsMatch): Generator<RuleResult> {
  const [table] = tables;
  if (table === undefined) return;
  const [promised, printed] = [comparable(entry.text), comparable(table.caption)];
  if (promised === printed) {
    yield { outcome: "holds" };
    return;
  }
  const bracketOnly = withoutBrackets(promised) === withoutBrackets(printed);
  yield {
    outcome: "conflict",
    level: bracketOnly ? "notice" : "warning",
    message: {
      zh: `目录中的“${compact(entry.text)}”，正文标题是“${compact(table.caption)}”。`,
      en: `The contents say "${compact(entry.text)}"; the table's title is "${compact(table.caption)}".`,
    },
    remedy: { zh: "统一目录和正文的表名。", en: "Use one title in both places." },
    ...(table.place === undefined ? {} : { place: table.place }),
    quote: table.caption,
    printed: compact(table.caption),
    expected: compact(entry.text),
  };
}

function comparable(title: string): string {
  return plain(title)
    .replace(/^(?:表?[一二三四五六七八九十\d]+[、.．:：]|\d{1,2}(?!\d))/u, "")
    .replace(/年度/gu, "年")
    .replace(/[.…·]+\d*$/u, "");
}

function withoutBrackets(title: string): string {
  return title.replace(/\(.*?\)/gu, "");
}

/** A title as people write it: no blanks between its characters. */
function compact(title: string): string {
  return title.replace(/\s+/gu, "");
}
