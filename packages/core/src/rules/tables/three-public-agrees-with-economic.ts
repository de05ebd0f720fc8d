import { compareSum, fineValue } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { conflict, notApplicable } from "../narrative/context.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { whereIs, withUnit } from "./sum-results.ts";

/** The departmental economic code under which each of the three public expenses is spent. */
const CODES: readonly Code[] = [
  { item: "three-public/abroad", code: "30212", zh: "因公出国（境）费用", name: /出国/u },
  { item: "three-public/reception", code: "30217", zh: "公务接待费", name: /接待/u },
  { item: "three-public/vehicle-operation", code: "30231", zh: "公务用车运行维护费", name: /车.*运行/u },
  { item: "three-public/vehicle-purchase", code: "31013", zh: "公务用车购置", name: /车.*购置/u },
];

interface Code {
  readonly item: string;
  readonly code: string;
  readonly zh: string;
  /** What its row must be called: some packs number their rows as they please. */
  readonly name: RegExp;
}

export default defineRule({
  id: "tables/three-public-agrees-with-economic",
  level: "error",
  title: {
    zh: "“三公”经费表应与经济分类表一致",
    en: "The three public expenses agree with the tables by economic classification",
  },
  basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
  doc: {
    zh: "一般公共预算按经济分类列出的因公出国（境）费用（30212）、公务接待费（30217）、公务用车运行维护费（30231）、公务用车购置（31013），不能多于“三公”经费表的同一项；基本支出和项目支出都按经济分类列出时应当相等，少于时只作疑点，因为该表可能含其他资金。",
    en: "What the general public budget spends under 30212, 30217, 30231 and 31013 cannot exceed the same item of the table of the three public expenses. Where basic and project expenditure are both printed by economic classification they are equal; less is only doubted, for the table may hold other funds.",
  },
  examples: [
    {
      name: "more reception under the economic code than in the table",
      text: "部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：元\n\n科目编码\t科目名称\t基本支出\n\t合计\t9000.00\n302\t商品和服务支出\t9000.00\n30201\t办公费\t6000.00\n30217\t公务接待费\t3000.00\n\n部门公开表10\n2023年部门“三公”经费支出预算表\n单位：万元\n\n因公出国（境）费\t公务接待费\t公务用车购置及运行费\t\t\t合计\n\t\t小计\t公务用车购置费\t公务用车运行费\t\n0.00\t0.20\t6.00\t0.00\t6.00\t6.20\n",
      messages: [
        "按经济分类，公务接待费（30217）共 3000.00元（部门公开表6 《2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）》 30217 公务接待费 基本支出），“三公”经费表印作 0.20（部门公开表10 《2023年部门“三公”经费支出预算表》 公务接待费）。",
      ],
    },
    {
      name: "basic expenditure alone may be less",
      text: "部门公开表6\n2023年部门一般公共预算财政拨款基本支出预算表（部门预算支出经济分类科目）\n单位：元\n\n科目编码\t科目名称\t基本支出\n\t合计\t9000.00\n302\t商品和服务支出\t9000.00\n30201\t办公费\t8000.00\n30217\t公务接待费\t1000.00\n\n部门公开表10\n2023年部门“三公”经费支出预算表\n单位：万元\n\n因公出国（境）费\t公务接待费\t公务用车购置及运行费\t\t\t合计\n\t\t小计\t公务用车购置费\t公务用车运行费\t\n0.00\t0.20\t6.00\t0.00\t6.00\t6.20\n",
      messages: [],
    },
  ],
  check({ pack }) {
    const complete = isComplete(pack);
    const results = CODES.flatMap((code): RuleResult[] => {
      const cells = itemCells(pack, code.item);
      const spent = spentUnder(pack, code);
      if (cells.length === 0 || spent.length === 0) return [];
      return [judge(pack, { code, cells, spent, complete })];
    });
    return results.length > 0
      ? results
      : [
          notApplicable(
            "没有同时印出“三公”经费和相应的经济分类科目",
            "the three public expenses and their economic codes are not both printed",
          ),
        ];
  },
});

/** Basic and project expenditure are both printed by departmental economic code, or both together. */
function isComplete(pack: Pack): boolean {
  const kinds = new Set(economic(pack).map(({ measure }) => measure.kind ?? "all"));
  return kinds.has("all") || (kinds.has("basic") && kinds.has("project"));
}

/** The figures of the general public budget by departmental economic code, of all units together. */
function economic(pack: Pack): readonly PackFact[] {
  const tables = new Set(
    pack.tables.filter(({ concept }) => concept.includes("economic")).map(({ id }) => id),
  );
  return pack.facts.filter(
    ({ source, kind, measure }) =>
      source.kind === "cell" &&
      tables.has(source.table) &&
      kind === "amount" &&
      measure.departmentEconomic !== undefined &&
      measure.fund === "general-public" &&
      measure.functional === undefined &&
      measure.year !== -1 &&
      measure.flow !== "carry-over" &&
      measure.kind !== "personnel" &&
      measure.kind !== "operating",
  );
}

function itemCells(pack: Pack, item: string): readonly PackFact[] {
  const tables = new Set(
    pack.tables.filter(({ concept }) => concept === "three-public-expenses").map(({ id }) => id),
  );
  return pack.facts.filter(
    ({ source, kind, measure }) =>
      source.kind === "cell" &&
      tables.has(source.table) &&
      kind === "amount" &&
      measure.item === item &&
      measure.year !== -1,
  );
}

/** What is spent under a code: of all expenditure, or of each kind the greatest column. */
function spentUnder(pack: Pack, { code, name }: Code): readonly PackFact[] {
  const byKind = new Map<string, PackFact>();
  for (const fact of economic(pack)) {
    if (fact.measure.departmentEconomic !== code || !name.test(whereIs(pack, fact))) continue;
    const kind = fact.measure.kind ?? "all";
    const known = byKind.get(kind);
    if (known === undefined || fineValue(known.figure) < fineValue(fact.figure)) byKind.set(kind, fact);
  }
  const all = byKind.get("all");
  return all === undefined ? [...byKind.values()] : [all];
}

interface Tie {
  readonly code: Code;
  readonly cells: readonly PackFact[];
  readonly spent: readonly PackFact[];
  readonly complete: boolean;
}

function judge(pack: Pack, { code: { code, zh }, cells, spent, complete }: Tie): RuleResult {
  const parts = spent.map(({ figure }) => ({ figure, sign: 1 as const }));
  const compared = cells.map((cell) => ({ cell, ...compareSum(cell.figure, parts) }));
  if (compared.some(({ verdict }) => verdict !== "conflict")) return { outcome: "holds" };
  const exceeded = compared.every(({ difference }) => difference.scaled < 0n);
  const [first] = spent;
  const greatest = compared.toSorted((a, b) =>
    fineValue(a.cell.figure) < fineValue(b.cell.figure) ? 1 : -1,
  )[0];
  if (first === undefined || greatest === undefined || (!exceeded && !complete)) return { outcome: "holds" };
  const { cell } = greatest;
  const { expected } = compareSum(first.figure, parts);
  const [where, there] = [whereIs(pack, first), whereIs(pack, cell)];
  return conflict({
    level: exceeded ? "error" : "warning",
    message: {
      zh: `按经济分类，${zh}（${code}）共 ${withUnit(expected)}（${where}），“三公”经费表印作 ${cell.text}（${there}）。`,
      en: `By economic code ${code} the expenditure comes to ${withUnit(expected)} (${where}); the table of the three public expenses prints ${cell.text} (${there}).`,
    },
    remedy: { zh: "核对两表，改正有误的一处。", en: "Check both tables and correct the wrong one." },
    ...(cell.place === undefined ? {} : { place: cell.place }),
    quote: cell.text,
    printed: cell.text,
    facts: [cell.id, ...spent.map(({ id }) => id)],
  });
}
