import { defineRule, type RuleResult } from "../rule.ts";

export default defineRule({
  id: "format/all-tables-are-numbered",
  level: "notice",
  title: { zh: "表的编号应全印或全不印", en: "Either all tables carry a number or none" },
  basis: [],
  doc: {
    zh: "一套表里只有几张印了“公开表N”，读者难以对照目录。",
    en: "A set in which only some tables carry their number is hard to follow.",
  },
  examples: [
    {
      name: "one of four tables is numbered",
      text: [
        "部门公开表1\n2023年示例区部门收支预算总表",
        "2023年示例区部门收入预算总表",
        "2023年示例区部门支出预算总表",
        "2023年示例区部门财政拨款收支预算总表",
      ]
        .map((title) => `${title}\n单位：万元\n\n科目编码\t科目名称\t合计\n201\t一般公共服务支出\t1.00\n`)
        .join("\n"),
      messages: ["4 张表中只有 1 张印有编号。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const tables = pack.tables.filter((table) => table.concept !== "catalogue" && table.concept !== "other");
    const numbered = tables.filter((table) => table.number !== undefined).length;
    if (tables.length < 3 || numbered === 0) {
      yield { outcome: "not-applicable", reason: { zh: "表上没有编号", en: "no table carries a number" } };
    } else if (numbered === tables.length) yield { outcome: "holds" };
    else {
      yield {
        outcome: "conflict",
        message: {
          zh: `${tables.length} 张表中只有 ${numbered} 张印有编号。`,
          en: `Only ${numbered} of ${tables.length} tables carry a number.`,
        },
        remedy: { zh: "给每张表印上编号。", en: "Number every table." },
      };
    }
  },
});
