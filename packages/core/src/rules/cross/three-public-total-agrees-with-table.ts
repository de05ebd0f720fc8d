import type { Pack, PackFact } from "../../pack/pack.ts";
import { withoutNumber } from "../../recognise/text.ts";
import { couldNotCheck, notApplicable, Prose } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { agreeingWith, conflictWith, figureIn, holdsWith, type Stated } from "./compare-with-cells.ts";

export default defineRule({
  id: "cross/three-public-total-agrees-with-table",
  level: "error",
  title: {
    zh: "文字中的“三公”经费合计、机关运行经费应与表一致",
    en: "The total of the three public expenses and the organ operating funds in the text agree with the table",
  },
  basis: [
    { document: "中华人民共和国预算法", article: "第十四条" },
    { document: "机关事务管理条例", article: "第七条" },
  ],
  doc: {
    zh: "文字写到“三公”经费合计或机关运行经费，应能在印这些数的表里找到。文字中“三公”经费至少有一项与表一致，才认定文字和表说的是同一单位；表的合计含会议费、培训费时不用。",
    en: "The total of the three public expenses and the organ operating funds in the text must stand in the table that prints them. Text and table count as of one body once one of the three expenses agrees; a total that includes conferences and training is not used.",
  },
  examples: [
    {
      name: "the total differs",
      text: "一、“三公”经费\n2023年“三公”经费预算6.3万元，其中：公务接待费0.2万元；公务用车运行维护费6万元。\n\n部门公开表10\n2023年部门“三公”经费支出预算表\n单位：万元\n\n因公出国（境）费\t公务接待费\t公务用车购置及运行费\t\t\t合计\n\t\t小计\t公务用车购置费\t公务用车运行费\t\n0.00\t0.20\t6.00\t0.00\t6.00\t6.20\n",
      messages: [
        "文字中“2023年三公经费预算”写作6.3万元，表中是 6.20（部门公开表10 《2023年部门“三公”经费支出预算表》 合计）。",
      ],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const cells = cellsOf(pack);
    const stated = statedIn(pack, prose);
    const confirmed = stated.some(
      (each) =>
        each.item.startsWith("three-public/") &&
        each.figure.scaled !== 0n &&
        agreeingWith(each, cellsFor(each, cells)).length > 0,
    );
    const results = stated
      .filter(({ item }) => !item.startsWith("three-public/"))
      .flatMap((each): RuleResult[] => {
        const found = cellsFor(each, cells);
        if (found.length === 0) return [];
        const agreeing = agreeingWith(each, found);
        if (agreeing.length > 0) return [holdsWith(each, agreeing)];
        const sure = confirmed && found.every((fact) => standsBesideThreePublic(fact, cells));
        return [sure ? conflictWith(pack, prose, each, found) : couldNotCheck(NOT_CONFIRMED)];
      });
    return results.length > 0
      ? results
      : [
          notApplicable(
            "文字或表中没有“三公”经费合计和机关运行经费",
            "the text or the tables print neither the total of the three public expenses nor organ operating funds",
          ),
        ];
  },
});

const NOT_CONFIRMED = {
  zh: "文字与表没有一项“三公”经费一致，是否同一单位、同一口径无法确认",
  en: "none of the three public expenses agrees: whether text and table are of one body is not certain",
};

interface StatedItem extends Stated {
  readonly item: string;
}

const WORDS =
  /^(?:20\d\d年?度?|年初|全年|当年|本|年度?|部门|单位|预算|一般公共|财政|拨款|安排|的|三公经费|机关运行经费|支出|资金|总|合?计|额|金额?|数|共|约|为|是|:|,)+$/u;

/** The items of the year's budget that sentences state; of totals every word of the subject is understood. */
function statedIn(pack: Pack, prose: Prose): readonly StatedItem[] {
  return prose.statements.flatMap((statement): StatedItem[] => {
    const { amount, measure, role } = statement;
    const { item, year, stage } = measure;
    if (amount?.kind !== "amount" || role !== "head" || item === undefined) return [];
    if (year === -1 || stage !== undefined || !/^three-public|^organ-operating-funds$/u.test(item)) return [];
    const name = withoutNumber(statement.subject);
    if (!item.startsWith("three-public/") && !WORDS.test(name.replace(pack.body ?? "", ""))) return [];
    return [{ statement, amount, figure: figureIn(prose, statement, amount), name, item }];
  });
}

/** The figures of the tables of the three public expenses; a total over their columns alone counts as theirs. */
function cellsOf(pack: Pack): readonly { readonly fact: PackFact; readonly item: string }[] {
  return pack.tables
    .filter(({ concept }) => concept === "three-public-expenses" || concept === "operating-funds")
    .flatMap((table) => {
      const facts = pack.facts.filter(
        ({ source, kind, measure }) =>
          source.kind === "cell" && source.table === table.id && kind === "amount" && measure.year !== -1,
      );
      const items = new Set(facts.map(({ measure }) => measure.item));
      const alone = [...items].every((item) => item === undefined || item.startsWith("three-public"));
      return facts.flatMap((fact) => {
        const item = fact.measure.item ?? (alone ? "three-public" : undefined);
        return item === undefined || fact.measure.departmentEconomic !== undefined ? [] : [{ fact, item }];
      });
    });
}

function cellsFor({ item }: StatedItem, cells: ReturnType<typeof cellsOf>): readonly PackFact[] {
  return cells.flatMap((cell) => (cell.item === item ? [cell.fact] : []));
}

function standsBesideThreePublic({ source }: PackFact, cells: ReturnType<typeof cellsOf>): boolean {
  return cells.some(
    ({ fact, item }) =>
      item.startsWith("three-public/") &&
      source.kind === "cell" &&
      fact.source.kind === "cell" &&
      fact.source.table === source.table,
  );
}
