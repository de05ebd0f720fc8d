import { compareSum, fineValue } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { conflict, notApplicable } from "../narrative/context.ts";
import { defineRule } from "../rule.ts";
import { whereIs, withUnit } from "../tables/sum-results.ts";
import { procurementCells } from "./procurement-cells.ts";

export default defineRule({
  id: "cross/equipment-is-procured",
  level: "notice",
  title: {
    zh: "设备购置多于政府采购货物的，应核对采购预算",
    en: "Equipment that exceeds the goods to be procured is worth a look",
  },
  basis: [{ document: "中华人民共和国政府采购法", article: "第三十三条" }],
  doc: {
    zh: "按经济分类安排了办公设备、专用设备购置和公务用车购置，政府采购货物却更少，可能漏编政府采购预算；低于采购限额的不必编，因此只作提示。",
    en: "Where the economic classification budgets equipment and vehicles and the goods to be procured are less, the procurement budget may be incomplete. Below the thresholds none is needed, hence a notice.",
  },
  examples: [
    {
      name: "equipment of 0.50 and goods of 0.20",
      text: "2023年部门预算\n\n部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t总计\t人员经费\t日常公用经费\n\t合计\t5.50\t\t5.50\n302\t商品和服务支出\t5.00\t\t5.00\n30201\t办公费\t5.00\t\t5.00\n310\t资本性支出\t0.50\t\t0.50\n31002\t办公设备购置\t0.50\t\t0.50\n\n部门公开表14\n2023年部门政府采购预算明细表\n单位：万元\n\n项目编号\t货物服务名称\t总计\t一般公共预算拨款收入\n\t合计\t0.20\t0.20\nA\t货物\t0.20\t0.20\n",
      messages: [
        "设备购置共 0.50万元（部门公开表6 《2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）》 31002 办公设备购置 总计），政府采购货物只有 0.20，请核对采购预算是否编全。",
      ],
    },
  ],
  check({ pack }) {
    const equipment = equipmentIn(pack);
    const goods = procurementCells(pack)
      .filter(({ kind, fact }) => kind === "goods" && fact.measure.fund === undefined)
      .map(({ fact }) => fact)
      .toSorted((a, b) => (fineValue(a.figure) < fineValue(b.figure) ? 1 : -1))[0];
    const [first] = equipment;
    if (first === undefined || goods === undefined)
      return [
        notApplicable(
          "没有设备购置或没有政府采购货物的数",
          "no equipment is budgeted, or no goods to be procured are printed",
        ),
      ];
    const parts = equipment.map(({ figure }) => ({ figure, sign: 1 as const }));
    const { verdict, expected } = compareSum(goods.figure, parts);
    if (verdict !== "conflict" || fineValue(goods.figure) > fineValue(expected))
      return [{ outcome: "holds" }];
    const where = whereIs(pack, first);
    return [
      conflict({
        message: {
          zh: `设备购置共 ${withUnit(expected)}（${where}），政府采购货物只有 ${goods.text}，请核对采购预算是否编全。`,
          en: `Equipment comes to ${withUnit(expected)} (${where}), the goods to be procured only to ${goods.text}: check whether the procurement budget is complete.`,
        },
        remedy: {
          zh: "达到采购限额或列入集中采购目录的，补编政府采购预算。",
          en: "Add to the procurement budget what the catalogue or the thresholds ask for.",
        },
        ...(goods.place === undefined ? {} : { place: goods.place }),
        quote: goods.text,
        printed: goods.text,
        facts: [goods.id, ...equipment.map(({ id }) => id)],
      }),
    ];
  },
});

/** 办公设备购置, 专用设备购置, 公务用车购置: what is always goods. */
const EQUIPMENT: ReadonlySet<string> = new Set(["31002", "31003", "31013"]);

/** Of each kind of expenditure the figure of a code once: a row's total over personnel and operating. */
function equipmentIn(pack: Pack): readonly PackFact[] {
  const found = new Map<string, PackFact>();
  for (const fact of pack.facts) {
    const { source, kind, measure } = fact;
    if (source.kind !== "cell" || kind !== "amount" || measure.year === -1) continue;
    if (measure.kind !== "basic" && measure.kind !== "project") continue;
    const code = measure.departmentEconomic ?? "";
    const key = `${measure.kind}|${code}`;
    const named = EQUIPMENT.has(code) && /购置/u.test(whereIs(pack, fact));
    if (named && measure.functional === undefined && !found.has(key)) found.set(key, fact);
  }
  return [...found.values()];
}
