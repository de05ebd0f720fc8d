import type { PackTable } from "../../pack/pack.ts";
import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { tableName } from "../tables/sum-results.ts";

const BUDGETS = [
  {
    concept: "government-fund-expenditure",
    own: /政府性基金/u,
    other: /国有资本经营/u,
    zh: "政府性基金预算",
  },
  {
    concept: "state-capital-expenditure",
    own: /国有资本经营/u,
    other: /政府性基金/u,
    zh: "国有资本经营预算",
  },
] as const;

export default defineRule({
  id: "format/empty-note-belongs-to-table",
  level: "warning",
  title: { zh: "空表的说明应说的是本表", en: "The note of an empty table speaks of that table" },
  basis: [{ document: "财政预决算领域基层政务公开标准目录" }],
  doc: {
    zh: "没有数据的表要保留表样并在表下说明；说明说的是另一张表，多半是复制时漏改。",
    en: "An empty table stays and carries a note; a note that speaks of another table was copied and not changed.",
  },
  examples: [
    {
      name: "the note of the state capital table speaks of government funds",
      text: `部门公开表12\n2023年部门国有资本经营预算财政拨款支出预算表\n单位：万元\n\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n合计\t\t\t\t\n\n注：本部门2023年无政府性基金预算财政拨款安排的支出，故本表为空表。\n`,
      messages: [
        "部门公开表12 《2023年部门国有资本经营预算财政拨款支出预算表》下的说明说的是另一类预算，没有说国有资本经营预算。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const tables = pack.tables.filter(
      (table) => BUDGETS.some(({ concept }) => concept === table.concept) && table.notes.length > 0,
    );
    if (tables.length === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有带说明的基金、国资表", en: "no such table carries a note" },
      };
    for (const table of tables) yield judge(table);
  },
});

function judge(table: PackTable): RuleResult {
  const budget = BUDGETS.find(({ concept }) => concept === table.concept);
  const note = plain(table.notes.join(""));
  if (budget === undefined || budget.own.test(note) || !budget.other.test(note)) return { outcome: "holds" };
  return {
    outcome: "conflict",
    message: {
      zh: `${tableName(table)}下的说明说的是另一类预算，没有说${budget.zh}。`,
      en: `The note below ${tableName(table)} speaks of another budget.`,
    },
    remedy: { zh: `把说明改为${budget.zh}的情况。`, en: "Rewrite the note for this table." },
    ...(table.place === undefined ? {} : { place: table.place }),
    quote: table.notes.join(""),
  };
}
