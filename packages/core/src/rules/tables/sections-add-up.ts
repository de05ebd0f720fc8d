import type { PackFact, PackRow, PackTable } from "../../pack/pack.ts";
import { meaningOf } from "../../recognise/lexicon/labels.ts";
import { numberingLevel } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { sumResults } from "./sum-results.ts";
import { factsById, type Sum } from "./sums.ts";

export default defineRule({
  id: "tables/sections-add-up",
  level: "error",
  title: { zh: "收支总表的合计应等于各行之和", en: "The totals of a summary equal its rows" },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "收支总表中，本年收入合计、本年支出合计等于其下（或其上）各项之和，总计等于本年合计加结转。",
    en: "In a summary the totals of the year equal their rows, and the grand total adds what is carried over.",
  },
  examples: [
    {
      name: "total expenditure misses its categories",
      text: `部门公开表1\n2023年部门收支预算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算拨款收入\t300.00\t一、一般公共服务支出\t280.00\n二、事业收入\t10.00\t二、卫生健康支出\t20.00\n本年收入合计\t310.00\t本年支出合计\t310.00\n`,
      messages: [
        "部门公开表1 《2023年部门收支预算总表》 本年支出合计 预算数印作 310.00，各项（280.00＋20.00）之和为 300.00万元，相差 10.00万元。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const facts = factsById(pack);
    const summaries = pack.tables.filter(
      (table) => table.concept === "department-summary" || table.concept === "appropriation-summary",
    );
    const sums = summaries.flatMap((table) => sectionSums(table, facts));
    if (sums.length === 0) {
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有可逐项相加的收支总表", en: "no summary has rows that can be added" },
      };
    }
    yield* sumResults(pack, sums);
  },
});

/** Sums of each block of a summary in its first column of this year. */
function sectionSums(table: PackTable, facts: ReadonlyMap<string, PackFact>): Sum[] {
  const blocks = [...new Set(table.columns.map((column) => column.block))];
  return blocks.flatMap((block) => {
    const column = table.columns.find(
      (candidate) =>
        candidate.block === block && candidate.role === "figure" && candidate.measure.year === undefined,
    );
    if (column === undefined) return [];
    const cell = (row: PackRow) => facts.get(row.cells[column.index] ?? "");
    const rows = table.rows.filter(
      (row) => row.block === block && row.role !== "of-which" && cell(row) !== undefined,
    );
    return subtotalSums(table, block, rows, cell);
  });
}

/** A total of the year over the numbered rows of the highest level above it; an unnumbered list says too little. */
function subtotalSums(
  table: PackTable,
  block: number,
  rows: readonly PackRow[],
  cell: (row: PackRow) => PackFact | undefined,
): Sum[] {
  const first = rows.findIndex(
    (row) => meaningOf(row.label).kind === "subtotal" || meaningOf(row.label).kind === "grand-total",
  );
  const total = rows[first];
  const above = rows.slice(0, Math.max(first, 0));
  if (total === undefined || above.length < 2 || numberingLevel(total.label) !== undefined) return [];
  const levels = above.map((row) => numberingLevel(row.label));
  if (levels.some((level) => level === undefined)) return [];
  const highest = Math.min(...levels.flatMap((level) => level ?? []));
  const parts = above.filter(
    (row, index) => levels[index] === highest && meaningOf(row.label).kind !== "carry-over",
  );
  const whole = cell(total);
  if (whole === undefined || parts.length < 2) return [];
  return [
    {
      pattern: `${table.id}/section/${block}`,
      sure: true,
      total: whole,
      parts: parts.flatMap((row) => cell(row) ?? []).map((fact) => ({ fact, sign: 1 })),
    },
  ];
}
