import { defineRule, type RuleResult } from "../rule.ts";
import { totalSums } from "./row-sums.ts";
import { sumResults } from "./sum-results.ts";
import { factsById } from "./sums.ts";

export default defineRule({
  id: "tables/rows-add-up-to-total",
  level: "error",
  title: { zh: "合计应等于各类之和", en: "The total row equals the sum of the top-level rows" },
  basis: [{ document: "中华人民共和国预算法实施条例", article: "第六条" }],
  doc: {
    zh: "带科目编码的表，合计行等于最高一级科目之和，逐列核对。",
    en: "In a table with codes the total row equals the sum of the highest level, column by column.",
  },
  examples: [
    {
      name: "the total misses a category",
      text: `部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n合计\t\t31.00\t20.00\t10.00\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n208\t社会保障和就业支出\t10.00\t6.00\t4.00\n210\t卫生健康支出\t10.00\t6.00\t4.00\n`,
      messages: [
        "部门公开表3 《2023年部门支出预算总表》 合计 总计印作 31.00，各项（10.00＋10.00＋10.00）之和为 30.00万元，相差 1.00万元。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const facts = factsById(pack);
    const sums = pack.tables.flatMap((table) => totalSums(table, facts));
    if (sums.length === 0) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有带科目编码和合计行的表", en: "no table has codes and a total row" },
      };
    }
    yield* sumResults(pack, sums);
  },
});
