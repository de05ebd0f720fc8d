import type { Pack } from "../../pack/pack.ts";
import { withoutNumber } from "../../recognise/text.ts";
import { couldNotCheck, notApplicable, Prose } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { agreeingWith, conflictWith, figureIn, holdsWith, type Stated } from "./compare-with-cells.ts";
import { type ProcurementClass, procurementCells } from "./procurement-cells.ts";

export default defineRule({
  id: "cross/procurement-agrees-with-table",
  level: "error",
  title: {
    zh: "文字中的政府采购预算应与采购表一致",
    en: "Procurement in the text agrees with the procurement table",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "文字写到政府采购总额和货物、工程、服务各类，应能在政府采购表的合计行和各类行里找到。至少一个不为零的数与表一致，才认定文字和表说的是同一范围。",
    en: "The total of procurement and its goods, works and services in the text must stand in the rows of the procurement table. Text and table count as of one scope once an amount other than nil agrees.",
  },
  examples: [
    {
      name: "the goods differ",
      text: "一、政府采购情况\n政府采购预算总额5.20万元，其中：政府采购货物预算0.30万元，政府采购工程预算0万元，政府采购服务预算5.00万元。\n\n部门公开表14\n2023年部门政府采购预算明细表\n单位：万元\n\n项目编号\t货物服务名称\t总计\t一般公共预算拨款收入\n\t合计\t5.20\t5.20\nA\t货物\t0.20\t0.20\nC\t服务\t5.00\t5.00\n",
      messages: [
        "文字中“政府采购货物预算”写作0.30万元，表中是 0.20（部门公开表14 《2023年部门政府采购预算明细表》 A 总计）。",
      ],
    },
    {
      name: "what is kept for small firms is another amount",
      text: "一、政府采购情况\n政府采购预算总额5.20万元，其中面向中小企业预留政府采购预算3.00万元。\n\n部门公开表14\n2023年部门政府采购预算明细表\n单位：万元\n\n项目编号\t货物服务名称\t总计\t一般公共预算拨款收入\n\t合计\t5.20\t5.20\nC\t服务\t5.20\t5.20\n",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const cells = procurementCells(pack);
    const compared = statedIn(pack, prose).flatMap((each) => {
      const candidates = cells.filter(
        ({ kind, fact }) =>
          kind === each.kind && (each.fund === undefined || fact.measure.fund === each.fund),
      );
      const facts = candidates.map(({ fact }) => fact);
      return facts.length === 0 ? [] : [{ stated: each, facts, agreeing: agreeingWith(each, facts) }];
    });
    if (compared.length === 0)
      return [
        notApplicable(
          "文字和表中没有可对照的政府采购金额",
          "text and tables hold no procurement that could be compared",
        ),
      ];
    const confirmed = compared.some(
      ({ agreeing, stated }) => agreeing.length > 0 && stated.figure.scaled !== 0n,
    );
    return compared.map(({ stated, facts, agreeing }): RuleResult => {
      if (agreeing.length > 0) return holdsWith(stated, agreeing);
      return confirmed ? conflictWith(pack, prose, stated, facts) : couldNotCheck(NOT_CONFIRMED);
    });
  },
});

const NOT_CONFIRMED = {
  zh: "文字和采购表没有一个数一致，是否同一范围无法确认",
  en: "no amount of the text agrees with the procurement table: whether both have one scope is not certain",
};

interface StatedProcurement extends Stated {
  readonly kind: ProcurementClass;
  readonly fund: string | undefined;
}

const WORDS =
  /^(?:20\d\d年?度?|年初|全年|本|年度?|所属|各|部门|单位|预算|政府|采购|总|合?计|额|金额?|支出|安排|拟?购买|货物|工程|服务|类|项目|资金|一般公共|财政|拨款|数|共|约|为|是|的|:|,)+$/u;

/** Procurement that a sentence states in words of which every one is understood. */
function statedIn(pack: Pack, prose: Prose): readonly StatedProcurement[] {
  return prose.statements.flatMap((statement): StatedProcurement[] => {
    const { amount, measure, role } = statement;
    if (amount?.kind !== "amount" || role !== "head" || measure.procurement === undefined) return [];
    if (measure.year === -1 || measure.stage !== undefined) return [];
    const words = withoutNumber(statement.subject).replace(pack.body ?? "", "");
    if (!WORDS.test(words)) return [];
    const figure = figureIn(prose, statement, amount);
    const { procurement: kind, fund } = measure;
    return [{ statement, amount, figure, name: withoutNumber(statement.subject), kind, fund }];
  });
}
