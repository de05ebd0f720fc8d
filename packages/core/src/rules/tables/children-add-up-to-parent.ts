import { defineRule, type RuleResult } from "../rule.ts";
import { parentSums } from "./row-sums.ts";
import { sumResults } from "./sum-results.ts";
import { factsById, judge } from "./sums.ts";
import { withheldFrom } from "./withheld.ts";

export default defineRule({
  id: "tables/children-add-up-to-parent",
  level: "error",
  title: { zh: "上级科目应等于所属下级科目之和", en: "A code equals the sum of the codes below it" },
  basis: [{ document: "中华人民共和国预算法实施条例", article: "第六条" }],
  doc: {
    zh: "类、款、项逐级相加，逐列核对；按印出的位数允许四舍五入的差。",
    en: "Categories, subcategories and items add up level by level in each column, within what rounding allows.",
  },
  examples: [
    {
      name: "a subcategory misses its items by more than rounding allows",
      text: `部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n合计\t\t30.00\t30.00\t\n208\t社会保障和就业支出\t10.00\t10.00\t\n20805\t行政事业单位养老支出\t10.00\t10.00\t\n2080505\t机关事业单位基本养老保险缴费支出\t8.00\t8.00\t\n2080506\t机关事业单位职业年金缴费支出\t2.00\t2.00\t\n210\t卫生健康支出\t20.00\t20.00\t\n21011\t行政事业单位医疗\t20.00\t20.00\t\n2101101\t行政单位医疗\t12.00\t12.00\t\n2101102\t事业单位医疗\t9.00\t8.00\t\n`,
      messages: [
        "部门公开表3 《2023年部门支出预算总表》 21011 行政事业单位医疗 总计印作 20.00，各项（12.00＋9.00）之和为 21.00万元，相差 -1.00万元。",
      ],
    },
    {
      name: "a miss of 0.01 over two items is rounding",
      text: `部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n合计\t\t11.91\t11.91\t\n208\t社会保障和就业支出\t11.91\t11.91\t\n20805\t行政事业单位养老支出\t11.90\t11.90\t\n2080505\t机关事业单位基本养老保险缴费支出\t7.94\t7.94\t\n2080506\t机关事业单位职业年金缴费支出\t3.97\t3.97\t\n`,
      messages: [],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const facts = factsById(pack);
    const sums = pack.tables.flatMap((table) => parentSums(table, facts));
    if (sums.length === 0) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有带分级科目编码的表", en: "no table has codes of several levels" },
      };
    }
    yield* sumResults(pack, sums, withheldFrom(judge(sums), pack));
  },
});
