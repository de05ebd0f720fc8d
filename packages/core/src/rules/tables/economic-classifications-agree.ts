import { compareSum } from "../../money/compare.ts";
import { figureText } from "../../money/figure.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { conflict, couldNotCheck, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "./sum-results.ts";

/** 经济分类对照: codes of the departmental classification and of the government's that hold the same money. */
const TIES: readonly { readonly department: readonly string[]; readonly government: readonly string[] }[] = [
  { department: ["301"], government: ["501", "50501"] },
  { department: ["302"], government: ["502", "50502"] },
  { department: ["303"], government: ["509"] },
  { department: ["309", "310"], government: ["503", "504", "506"] },
];

export default defineRule({
  id: "tables/economic-classifications-agree",
  level: "warning",
  title: {
    zh: "部门预算与政府预算两种经济分类应能对照",
    en: "The departmental and the government economic classification hold the same money",
  },
  basis: [
    { document: "支出经济分类科目改革方案", article: "部门预算支出经济分类与政府预算支出经济分类对照" },
    { document: "中华人民共和国预算法", article: "第三十二条" },
  ],
  doc: {
    zh: "同一笔基本支出（项目支出）按两种经济分类各列一张表时：工资福利支出（301）＝机关工资福利支出（501）＋对事业单位补助的工资福利（50501）；商品和服务支出（302）＝502＋50502；对个人和家庭的补助（303）＝509；资本性支出（309、310）＝503＋504＋506。两表合计一致才作判断。",
    en: "Where the same expenditure is printed by both economic classifications, 301 is 501 and 50501, 302 is 502 and 50502, 303 is 509, and 309 with 310 is 503, 504 and 506. Judged only where the totals of both tables agree.",
  },
  examples: [
    {
      name: "goods and services differ",
      text: "部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t基本支出\n\t合计\t15.00\n301\t工资福利支出\t5.00\n302\t商品和服务支出\t10.00\n\n部门公开表7\n2023年部门一般公共预算财政拨款基本支出预算表（政府预算支出经济分类科目）\n单位：万元\n\n科目编码\t科目名称\t基本支出\n\t合计\t15.00\n501\t机关工资福利支出\t5.00\n502\t机关商品和服务支出\t8.00\n505\t对事业单位经常性补助\t1.00\n50502\t商品和服务支出\t1.00\n",
      messages: [
        "部门公开表6 《2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）》 302 商品和服务支出 基本支出印作 10.00，按政府预算经济分类（502 8.00＋50502 1.00）为 9.00万元，相差 1.00万元。",
      ],
    },
  ],
  check({ pack }) {
    const pairs = pairsOf(pack);
    if (pairs.length === 0)
      return [
        notApplicable(
          "没有按两种经济分类列出的同一支出",
          "no expenditure is printed by both economic classifications",
        ),
      ];
    return pairs.flatMap((pair) => resultsOf(pack, pair));
  },
});

/** What organs spend under a code of the government classification is within what all units spend under its own. */
const PARTS: readonly (readonly [government: string, department: string])[] = [
  ["50206", "30217"],
  ["50207", "30212"],
  ["50208", "30231"],
];

/** One kind of expenditure of one fund, by both classifications. */
interface Pair {
  readonly department: ByCode;
  readonly government: ByCode;
}

interface ByCode {
  readonly total: PackFact | undefined;
  readonly facts: ReadonlyMap<string, PackFact>;
}

function pairsOf(pack: Pack): readonly Pair[] {
  const keys = new Map<string, PackFact[]>();
  for (const fact of pack.facts) {
    const { source, kind, measure } = fact;
    if (source.kind !== "cell" || kind !== "amount" || measure.year === -1) continue;
    if (measure.kind !== "basic" && measure.kind !== "project") continue;
    if (measure.functional !== undefined || measure.flow === "carry-over") continue;
    const key = `${measure.kind}|${measure.fund}`;
    keys.set(key, [...(keys.get(key) ?? []), fact]);
  }
  return [...keys.values()].flatMap((facts) => {
    const department = tableBy("departmentEconomic", facts);
    const government = tableBy("governmentEconomic", facts);
    return department === undefined || government === undefined ? [] : [{ department, government }];
  });
}

/** The one table that prints a classification; where several do, none is taken. */
function tableBy(
  dimension: "departmentEconomic" | "governmentEconomic",
  facts: readonly PackFact[],
): ByCode | undefined {
  const tableOf = ({ source }: PackFact) => (source.kind === "cell" ? source.table : "");
  const tables = new Set(facts.filter(({ measure }) => measure[dimension] !== undefined).map(tableOf));
  const [table, ...others] = tables;
  if (table === undefined || others.length > 0) return undefined;
  const own = facts.filter((fact) => tableOf(fact) === table);
  const byCode = new Map<string, PackFact>();
  for (const fact of own) {
    const code = fact.measure[dimension];
    if (code === undefined) continue;
    if (byCode.has(code)) return undefined;
    byCode.set(code, fact);
  }
  const total = own.find(
    ({ measure }) => measure.departmentEconomic === undefined && measure.governmentEconomic === undefined,
  );
  return { total, facts: byCode };
}

function resultsOf(pack: Pack, { department, government }: Pair): RuleResult[] {
  const [a, b] = [department.total, government.total];
  const same =
    a !== undefined &&
    b !== undefined &&
    compareSum(a.figure, [{ figure: b.figure, sign: 1 }]).verdict !== "conflict";
  const detailed = !government.facts.has("505") || hasBoth(government.facts);
  if (!same || !detailed)
    return [
      couldNotCheck({
        zh: "两种经济分类的表合计不一致，或事业单位补助没有列到款",
        en: "the totals of both tables differ, or subsidies to institutions are not detailed",
      }),
    ];
  const ties = TIES.flatMap((tie) => {
    const left = tie.department.flatMap((code) => department.facts.get(code) ?? []);
    const right = tie.government.flatMap((code) => government.facts.get(code) ?? []);
    return left.length === 0 && right.length === 0 ? [] : [judge(pack, left, right)];
  });
  return [...ties, ...PARTS.flatMap((part) => partOf(pack, department.facts, government.facts, part))];
}

function partOf(
  pack: Pack,
  department: ByCode["facts"],
  government: ByCode["facts"],
  [part, whole]: (typeof PARTS)[number],
): RuleResult[] {
  const [a, b] = [department.get(whole), government.get(part)];
  if (a === undefined || b === undefined) return [];
  const { verdict, difference } = compareSum(a.figure, [{ figure: b.figure, sign: 1 }]);
  return [verdict === "conflict" && difference.scaled < 0n ? judge(pack, [a], [b]) : { outcome: "holds" }];
}

/** 505 is printed with what of it are wages and what goods, and with nothing else. */
function hasBoth(facts: ReadonlyMap<string, PackFact>): boolean {
  const children = [...facts.keys()].filter((code) => code.startsWith("505") && code.length === 5);
  return children.length > 0 && children.every((code) => code === "50501" || code === "50502");
}

function judge(pack: Pack, left: readonly PackFact[], right: readonly PackFact[]): RuleResult {
  const [first, ...rest] = left.length > 0 ? left : right;
  if (first === undefined) return { outcome: "holds" };
  const others = left.length > 0 ? right : [];
  const { verdict, expected, difference } = compareSum(first.figure, [
    ...others.map(({ figure }) => ({ figure, sign: 1 as const })),
    ...rest.map(({ figure }) => ({ figure, sign: left.length > 0 ? (-1 as const) : (1 as const) })),
  ]);
  if (verdict !== "conflict") return { outcome: "holds" };
  const where = whereIs(pack, first);
  const shown = others.map((fact) => `${fact.measure.governmentEconomic ?? ""} ${fact.text}`).join("＋");
  return conflict({
    message: {
      zh: `${where}印作 ${first.text}，按政府预算经济分类（${shown || "没有相应科目"}）为 ${withUnit(expected)}，相差 ${withUnit(difference)}。`,
      en: `${where} prints ${first.text}; by the government classification it is ${withUnit(expected)}, a difference of ${withUnit(difference)}.`,
    },
    remedy: {
      zh: "核对两张表的科目对照，改正有误的一个。",
      en: "Check both tables and correct the wrong figure.",
    },
    ...(first.place === undefined ? {} : { place: first.place }),
    quote: first.text,
    printed: first.text,
    expected: figureText(expected),
    difference: figureText(difference),
    facts: [...left, ...right].map(({ id }) => id),
  });
}
