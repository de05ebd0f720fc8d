import { defineRule, type RuleResult } from "../rule.ts";
import { tableName } from "../tables/sum-results.ts";
import { matchContents } from "./match-contents.ts";

export default defineRule({
  id: "format/table-numbers-agree",
  level: "warning",
  title: { zh: "表上的编号应与目录一致", en: "The number on a table is that of the contents" },
  basis: [{ document: "地方预决算公开操作规程", article: "第四条" }],
  doc: {
    zh: "表上印的“公开表N”应是目录中该表的编号。",
    en: "The marker on a table carries its number in the contents.",
  },
  examples: [
    {
      name: "the second form carries the next table's number",
      text: `2023年示例区部门预算公开表（目录）\n\n编号\t工作表名\t\n16\t表十六\t2023年示例区部门重点项目绩效目标表\n17\t表十七\t2023年示例区部门一般项目绩效目标表\n\n部门公开表17\n2023年示例区部门重点项目绩效目标表\n单位：万元\n\n专项资金名称\t老干部服务\n当年预算\t45.00\n\n2023年示例区部门一般项目绩效目标表\n单位：万元\n\n专项资金名称\t运行维护\n当年预算\t32.00\n`,
      messages: ["部门公开表17 《2023年示例区部门重点项目绩效目标表》：表上编号是 17，目录中是 16。"],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const numbered = matchContents(pack).flatMap(({ entry, tables }) =>
      tables
        .filter((table) => table.number !== undefined && entry.tableNumber !== undefined)
        .map((table) => ({ entry, table })),
    );
    if (numbered.length === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "目录或表上没有编号", en: "no numbers in the contents or on the tables" },
      };
    for (const { entry, table } of numbered) {
      if (entry.tableNumber === table.number || table.number?.startsWith(`${entry.tableNumber}-`))
        yield { outcome: "holds" };
      else {
        yield {
          outcome: "conflict",
          message: {
            zh: `${tableName(table)}：表上编号是 ${table.number}，目录中是 ${entry.tableNumber}。`,
            en: `${tableName(table)} carries the number ${table.number}; in the contents it is ${entry.tableNumber}.`,
          },
          remedy: { zh: "改正表上的编号。", en: "Correct the number on the table." },
          ...(table.place === undefined ? {} : { place: table.place }),
          quote: table.label ?? "",
          printed: table.number ?? "",
          expected: entry.tableNumber ?? "",
        };
      }
    }
  },
});
