import { fineValue, halfUnit } from "../../money/compare.ts";
import { divideHalfUp } from "../../money/figure.ts";
import type { PackColumn, PackFact, PackRow, PackTable } from "../../pack/pack.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs } from "./sum-results.ts";
import { factsById } from "./sums.ts";

export default defineRule({
  id: "tables/growth-recomputes",
  level: "error",
  title: { zh: "增幅应可由两年数复算", en: "A growth rate recomputes from the two years" },
  basis: [],
  doc: {
    zh: "增幅＝（本年−上年）÷上年。按印出的两年数的舍入范围，看印出的增幅是否可能。上年为零的增幅没有意义，不应印数字。",
    en: "Growth is this year less last year over last year, judged over the range that the printed figures allow. On a nil base no figure may be printed.",
  },
  examples: [
    {
      name: "a growth that the two years cannot give",
      text: `部门公开表5\n2023年部门一般公共预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t2022年预算数\t2023年预算数\t2023年预算比2022年预算增幅%\n201\t一般公共服务支出\t100.00\t120.00\t20%\n208\t社会保障和就业支出\t50.00\t60.00\t30%\n`,
      messages: [
        "部门公开表5 《2023年部门一般公共预算财政拨款支出预算表》 208 社会保障和就业支出 2023年预算比2022年预算增幅%印作 30%，由 60.00 和 50.00 复算应为 20%。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const facts = factsById(pack);
    const cells = pack.tables.flatMap((table) => growthCells(table, facts));
    if (cells.length === 0)
      yield { outcome: "not-applicable", reason: { zh: "没有增幅列", en: "there is no growth column" } };
    for (const { growth, now, base } of cells) {
      const [low, high] = growthRange(now, base, growth.figure.decimals);
      const printed = growth.figure.scaled;
      if (printed >= low && printed <= high) yield { outcome: "holds" };
      else {
        const expected = `${divideHalfUp((fineValue(now.figure) - fineValue(base.figure)) * 100n, fineValue(base.figure))}%`;
        yield {
          outcome: "conflict",
          message: {
            zh: `${whereIs(pack, growth)}印作 ${growth.text}，由 ${now.text} 和 ${base.text} 复算应为 ${expected}。`,
            en: `${whereIs(pack, growth)} prints ${growth.text}; ${now.text} and ${base.text} give ${expected}.`,
          },
          remedy: { zh: "改正增幅，或核对两年数。", en: "Correct the growth or check the two years." },
          ...(growth.place === undefined ? {} : { place: growth.place }),
          quote: growth.text,
          printed: growth.text,
          expected,
          facts: [growth.id, now.id, base.id],
        };
      }
    }
  },
});

interface GrowthCell {
  readonly growth: PackFact;
  readonly now: PackFact;
  readonly base: PackFact;
}

/** Growth columns of tables that print both years once each; a nil base is left to another look. */
function growthCells(table: PackTable, facts: ReadonlyMap<string, PackFact>): GrowthCell[] {
  const growths = table.columns.filter((column) => column.role === "growth");
  const base = only(table.columns.filter((column) => column.role === "figure" && column.measure.year === -1));
  const now = only(
    table.columns.filter(
      (column) => column.role === "figure" && column.measure.year === undefined && isWhole(column),
    ),
  );
  if (growths.length !== 1 || base === undefined || now === undefined) return [];
  return table.rows.flatMap((row) => cellsOf(row, growths[0]?.index ?? -1, now.index, base.index, facts));
}

function cellsOf(
  row: PackRow,
  growth: number,
  now: number,
  base: number,
  facts: ReadonlyMap<string, PackFact>,
): GrowthCell[] {
  const fact = (column: number) => facts.get(row.cells[column] ?? "");
  const [g, n, b] = [fact(growth), fact(now), fact(base)];
  return g === undefined || n === undefined || b === undefined || b.figure.scaled <= 0n
    ? []
    : [{ growth: g, now: n, base: b }];
}

function isWhole(column: PackColumn): boolean {
  return column.measure.kind === undefined;
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** The lowest and highest growth that the rounding of the two years allows, one printed unit wider on each side. */
function growthRange(now: PackFact, base: PackFact, decimals: number): readonly [bigint, bigint] {
  const scale = 100n * 10n ** BigInt(decimals);
  const [n, hn, b, hb] = [
    fineValue(now.figure),
    halfUnit(now.figure),
    fineValue(base.figure),
    halfUnit(base.figure),
  ];
  const growth = (numerator: bigint, denominator: bigint) =>
    divideHalfUp((numerator - denominator) * scale, denominator);
  const smallest = b - hb > 0n ? b - hb : 1n;
  return [growth(n - hn, b + hb) - 1n, growth(n + hn, smallest) + 1n];
}
