import { compareSame, fineValue } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { conflict, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "../tables/sum-results.ts";

export default defineRule({
  id: "cross/organ-operating-funds-within-operating",
  level: "notice",
  title: {
    zh: "机关运行经费不应多于公用经费",
    en: "Organ operating funds are within the operating expenses",
  },
  basis: [{ document: "机关事务管理条例", article: "第七条" }],
  doc: {
    zh: "机关运行经费是行政单位和参照公务员法管理的事业单位的公用经费，不会多于全部公用经费。多出的，可能单位或口径写错；各地口径略有不同，因此只作提示。",
    en: "Organ operating funds are the operating expenses of administrative and civil-service units, so they do not exceed the operating expenses of all. More points to another unit or scope; places differ a little, hence a notice.",
  },
  examples: [
    {
      name: "more than all operating expenses",
      text: "某局2023年部门预算\n一、机关运行经费\n本部门2023年机关运行经费预算15.00万元。\n\n部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t总计\t人员经费\t日常公用经费\n\t合计\t16.00\t6.00\t10.00\n301\t工资福利支出\t6.00\t6.00\t\n302\t商品和服务支出\t10.00\t\t10.00\n",
      messages: [
        "机关运行经费印作 15.00万元，多于公用经费 10.00（部门公开表6 《2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）》 合计 日常公用经费）。",
      ],
    },
  ],
  check({ pack }) {
    const whole = operatingTotal(pack);
    const stated = pack.facts.filter(
      ({ kind, measure }) =>
        kind === "amount" &&
        measure.item === "organ-operating-funds" &&
        measure.departmentEconomic === undefined &&
        measure.year !== -1 &&
        measure.stage === undefined,
    );
    if (whole === undefined || stated.length === 0)
      return [
        notApplicable(
          "没有同时印出机关运行经费和公用经费",
          "organ operating funds and operating expenses are not both printed",
        ),
      ];
    return stated.map((fact) => judge(pack, fact, whole));
  },
});

/** The greatest total of operating expenses that a table prints. */
function operatingTotal(pack: Pack): PackFact | undefined {
  const totals = pack.facts.filter(
    ({ source, kind, measure }) =>
      source.kind === "cell" &&
      kind === "amount" &&
      measure.kind === "operating" &&
      measure.year !== -1 &&
      [measure.functional, measure.departmentEconomic, measure.governmentEconomic].every(
        (code) => code === undefined,
      ),
  );
  return totals.toSorted((a, b) => (fineValue(a.figure) < fineValue(b.figure) ? 1 : -1))[0];
}

function judge(pack: Pack, fact: PackFact, whole: PackFact): RuleResult {
  const { verdict } = compareSame(fact.figure, whole.figure);
  if (verdict !== "conflict" || fineValue(fact.figure) < fineValue(whole.figure)) return { outcome: "holds" };
  return conflict({
    message: {
      zh: `机关运行经费印作 ${withUnit(fact.figure)}，多于公用经费 ${whole.text}（${whereIs(pack, whole)}）。`,
      en: `Organ operating funds of ${withUnit(fact.figure)} exceed the operating expenses of ${whole.text} (${whereIs(pack, whole)}).`,
    },
    remedy: {
      zh: "核对机关运行经费的单位和口径。",
      en: "Check the unit and the scope of the organ operating funds.",
    },
    ...(fact.place === undefined ? {} : { place: fact.place }),
    quote: fact.text,
    printed: fact.text,
    facts: [fact.id, whole.id],
  });
}
