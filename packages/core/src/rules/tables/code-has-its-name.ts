import { type CatalogueId, entriesOf, isConfirmed, lookUp } from "../../catalogue/catalogue.ts";
import { namesOf } from "../../catalogue/name.ts";
import type { Pack, PackRow, PackTable } from "../../pack/pack.ts";
import { type CodeKind, kindOfCode } from "../../recognise/codes.ts";
import { plain } from "../../recognise/text.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { tableName } from "./sum-results.ts";

const CATALOGUES: Readonly<Record<CodeKind, CatalogueId>> = {
  functional: "functional",
  departmentEconomic: "department-economic",
  governmentEconomic: "government-economic",
};

export default defineRule({
  id: "tables/code-has-its-name",
  level: "warning",
  title: {
    zh: "科目编码与名称应与政府收支分类科目一致",
    en: "A code carries its name in the official classification",
  },
  basis: [{ document: "中华人民共和国预算法实施条例", article: "第六条" }],
  doc: {
    zh: "同一编码的名称应与当年《政府收支分类科目》一致。只对有据可查的科目判断；名称恰是另一个科目的名称时，编码或名称必有一误。",
    en: "The name beside a code must be that of the year's classification. Only codes with evidence are judged; a name that belongs to another code means that one of the two is wrong.",
  },
  examples: [
    {
      name: "a code that carries its neighbour's name",
      text: `部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表\n单位：万元\n\n科目编码\t科目名称\t总计\t人员经费\t日常公用经费\n302\t商品和服务支出\t12.00\t\t12.00\n30201\t办公费\t5.00\t\t5.00\n30208\t物业管理费\t7.00\t\t7.00\n`,
      messages: [
        "部门公开表6 《2023年部门一般公共预算财政拨款基本支出预算表》：编码 30208 是“取暖费”，表中却写“物业管理费”（其编码为 30209）。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    let judged = 0;
    for (const table of pack.tables) {
      for (const row of table.rows) {
        const result = judgeRow(pack, table, row);
        if (result === undefined) continue;
        judged++;
        yield result;
      }
    }
    if (judged === 0)
      yield {
        outcome: "not-applicable",
        reason: { zh: "没有可与科目目录核对的编码", en: "no code can be compared with the catalogue" },
      };
  },
});

function judgeRow(pack: Pack, table: PackTable, row: PackRow): RuleResult | undefined {
  const { code } = row;
  const kind = code === undefined ? undefined : kindOfCode(code);
  if (code === undefined || kind === undefined || plain(row.label) === "") return undefined;
  const catalogue = CATALOGUES[kind];
  const entry = lookUp(catalogue, code, pack.year) ?? lookUp(catalogue, code);
  if (entry === undefined || !isConfirmed(entry)) return undefined;
  const printed = comparable(row.label);
  if (namesOf(catalogue, code).some((name) => comparable(name) === printed)) return { outcome: "holds" };
  const other = sibling(catalogue, code, printed);
  if (other === undefined) {
    return {
      outcome: "could-not-check",
      reason: {
        zh: `${code} 的名称“${row.label}”与目录的“${entry.name}”不同，可能是旧称或简称`,
        en: `${code} is named "${row.label}", in the catalogue "${entry.name}": perhaps a former or short name`,
      },
    };
  }
  return {
    outcome: "conflict",
    message: {
      zh: `${tableName(table)}：编码 ${code} 是“${entry.name}”，表中却写“${row.label}”（其编码为 ${other}）。`,
      en: `${tableName(table)}: code ${code} is "${entry.name}" but the row says "${row.label}", which has the code ${other}.`,
    },
    remedy: { zh: "核对这一行，改正编码或名称。", en: "Check the row and correct its code or its name." },
    ...(row.place === undefined ? {} : { place: row.place }),
    quote: row.label,
    printed: row.label,
    expected: entry.name,
    // Wrong codes of one table mostly have one cause: the table was numbered by hand.
    facts: [`${table.id}/codes`],
  };
}

/** Brackets, dots and the endings that packs leave out do not make another name. */
function comparable(name: string): string {
  return plain(name)
    .replace(/[()（）、,，.·]/gu, "")
    .replace(/(?:支出|费用|费)$/u, "")
    .replace(/其它/gu, "其他");
}

/** The code beside this one (under the same parent) that has exactly this name. */
function sibling(catalogue: CatalogueId, code: string, printed: string): string | undefined {
  return entriesOf(catalogue).find(
    (entry) =>
      entry.code !== code &&
      entry.code.length === code.length &&
      entry.code.slice(0, -2) === code.slice(0, -2) &&
      isConfirmed(entry) &&
      comparable(entry.name) === printed,
  )?.code;
}
