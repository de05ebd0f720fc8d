import { compareSame } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Pack, PackFact, PackTable } from "../../pack/pack.ts";
import { sameIdentity } from "../identity.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "./sum-results.ts";
import { factsById } from "./sums.ts";

export default defineRule({
  id: "tables/summary-balances",
  level: "error",
  title: {
    zh: "收支总表的收入总计应等于支出总计",
    en: "Total revenue equals total expenditure in the summaries",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "收支预算总表、财政拨款收支总表左右两边的总计必须相等。",
    en: "Both sides of a summary have the same total.",
  },
  examples: [
    {
      name: "the two totals differ",
      text: `部门公开表1\n2023年部门收支预算总表\n单位：万元\n\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算拨款收入\t300.32\t一、一般公共服务支出\t290.32\n二、事业收入\t10.00\t二、卫生健康支出\t20.00\n收入总计\t310.32\t支出总计\t301.32\n`,
      messages: [
        "部门公开表1 《2023年部门收支预算总表》 收入总计 预算数印作 310.32，部门公开表1 《2023年部门收支预算总表》 支出总计 预算数印作 301.32，相差 9.00万元。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const summaries = pack.tables.filter(
      (table) => table.concept === "department-summary" || table.concept === "appropriation-summary",
    );
    if (summaries.length === 0) {
      yield {
        outcome: "could-not-check",
        reason: { zh: "没有找到收支总表", en: "no summary of revenue and expenditure was found" },
      };
    }
    const facts = factsById(pack);
    for (const table of summaries) yield* balance(pack, table, facts);
  },
});

function* balance(pack: Pack, table: PackTable, facts: ReadonlyMap<string, PackFact>): Generator<RuleResult> {
  const revenue = grandTotal(table, "revenue", facts);
  const expenditure = grandTotal(table, "expenditure", facts);
  if (revenue === undefined || expenditure === undefined) {
    yield {
      outcome: "could-not-check",
      reason: {
        zh: `${table.caption}：没有读到两边的总计`,
        en: `${table.caption}: the totals of both sides were not found`,
      },
    };
    return;
  }
  const comparison = compareSame(revenue.figure, expenditure.figure);
  if (comparison.verdict !== "conflict") {
    yield { outcome: "holds", identity: sameIdentity(expenditure, revenue) };
    return;
  }
  const [left, right] = [whereIs(pack, revenue), whereIs(pack, expenditure)];
  yield {
    outcome: "conflict",
    message: {
      zh: `${left}印作 ${revenue.text}，${right}印作 ${expenditure.text}，相差 ${withUnit(comparison.difference)}。`,
      en: `${left} prints ${revenue.text}, ${right} prints ${expenditure.text}, a difference of ${withUnit(comparison.difference)}.`,
    },
    remedy: {
      zh: "核对两边各行，使收入总计等于支出总计。",
      en: "Check both sides so that the totals agree.",
    },
    ...(expenditure.place === undefined ? {} : { place: expenditure.place }),
    quote: expenditure.text,
    printed: expenditure.text,
    expected: figureText(revenue.figure),
    difference: figureText(comparison.difference),
    facts: [expenditure.id, revenue.id],
    identity: sameIdentity(expenditure, revenue),
  };
}

/** The last total of a side: the first figure column of the block whose rows state that side. */
function grandTotal(
  table: PackTable,
  side: "revenue" | "expenditure",
  facts: ReadonlyMap<string, PackFact>,
): PackFact | undefined {
  const word = side === "revenue" ? "收入" : "支出";
  const blocks = new Set(
    table.columns
      .filter((column) => column.measure.side === side || column.header.some((text) => text.includes(word)))
      .map((column) => column.block),
  );
  const totals = table.rows.filter(
    (row) => row.role === "total" && blocks.has(row.block) && !otherSide(row.label, word),
  );
  const column = table.columns.find(
    (candidate) =>
      candidate.role === "figure" && candidate.measure.year === undefined && blocks.has(candidate.block),
  );
  const printed = totals.flatMap((row) => facts.get(row.cells[column?.index ?? -1] ?? "") ?? []);
  return printed.at(-1);
}

function otherSide(label: string, word: string): boolean {
  return word === "收入" ? label.includes("支出") : label.includes("收入");
}
