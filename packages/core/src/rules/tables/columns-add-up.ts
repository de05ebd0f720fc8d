import type { PackFact, PackTable } from "../../pack/pack.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { sumResults } from "./sum-results.ts";
import { factsById, type Sum } from "./sums.ts";

export default defineRule({
  id: "tables/columns-add-up",
  level: "error",
  title: { zh: "横向合计应等于各列之和", en: "A total column equals the sum of its columns" },
  basis: [{ document: "中华人民共和国预算法实施条例", article: "第六条" }],
  doc: {
    zh: "合计、小计列等于同一表头下各列之和（其中项除外），逐行核对。",
    en: "A total column equals the columns under the same header, of-which columns apart, row by row.",
  },
  examples: [
    {
      name: "one row's total is not basic plus project",
      text: `部门公开表3\n2023年部门支出预算总表\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n201\t一般公共服务支出\t10.00\t8.00\t2.00\n208\t社会保障和就业支出\t10.00\t6.00\t4.00\n210\t卫生健康支出\t10.00\t6.00\t5.00\n221\t住房保障支出\t9.00\t9.00\t\n`,
      messages: [
        "部门公开表3 《2023年部门支出预算总表》 210 卫生健康支出 合计印作 10.00，各项（6.00＋5.00）之和为 11.00万元，相差 -1.00万元。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const facts = factsById(pack);
    const sums = pack.tables.flatMap((table) => columnSums(table, facts));
    if (sums.length === 0) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有横向合计的表", en: "no table has total columns" },
      };
    }
    yield* sumResults(pack, sums);
  },
});

function columnSums(table: PackTable, facts: ReadonlyMap<string, PackFact>): Sum[] {
  return table.columns.flatMap((column) =>
    table.rows
      .filter((row) => row.block === column.block && column.parts !== undefined)
      .flatMap((row): Sum[] => {
        const total = facts.get(row.cells[column.index] ?? "");
        const parts = (column.parts ?? []).flatMap((index) => facts.get(row.cells[index] ?? "") ?? []);
        if (total === undefined || parts.length === 0) return [];
        return [
          {
            pattern: `${table.id}/columns/${column.index}`,
            total,
            parts: parts.map((fact) => ({ fact, sign: 1 })),
          },
        ];
      }),
  );
}
