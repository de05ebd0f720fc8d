import { compareSum } from "../../money/compare.ts";
import type { Pack, PackFact } from "../../pack/pack.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { sumResults } from "./sum-results.ts";
import type { Sum } from "./sums.ts";

export default defineRule({
  id: "tables/three-public-parts-add-up",
  level: "error",
  title: { zh: "“三公”经费合计应等于各项之和", en: "The three public expenses equal their parts" },
  basis: [{ document: "机关事务管理条例", article: "第十一条" }],
  doc: {
    zh: "合计＝因公出国（境）费＋公务用车购置及运行费＋公务接待费；公务用车小计＝购置费＋运行费；本年、上年各自核对。有的地方合计还包括会议费、培训费。",
    en: "The total is overseas travel, vehicles and hospitality; vehicles are purchase and operation; each year by itself. Some places include conferences and training in the total.",
  },
  examples: [
    {
      name: "the vehicles' purchase and operation stand beside the other parts",
      text: `“三公”经费预算表\n单位：万元\n\n合计\t因公出国（境）费\t公务接待费\t公务用车购置费\t公务用车运行费\n5.00\t1.00\t2.00\t0.00\t2.00\n`,
      messages: [],
    },
    {
      name: "the vehicles' subtotal misses purchase and operation",
      text: `部门公开表10\n2023年部门一般公共预算“三公”经费支出预算表\n单位：万元\n\n合计\t因公出国（境）费\t公务用车购置及运行费\t公务用车购置及运行费\t公务用车购置及运行费\t公务接待费\n\t\t小计\t公务用车购置费\t公务用车运行费\t\n6.20\t\t6.00\t2.00\t5.00\t0.20\n`,
      messages: [
        "部门公开表10 《2023年部门一般公共预算“三公”经费支出预算表》 小计印作 6.00，各项（2.00＋5.00）之和为 7.00万元，相差 -1.00万元。",
      ],
    },
  ],
  *check({ pack }): Generator<RuleResult> {
    const groups = groupsOf(pack);
    const sums = groups.flatMap((group) => sumsOf(group));
    if (sums.length === 0) {
      yield {
        outcome: "could-not-check",
        reason: {
          zh: "没有读到“三公”经费表的各项",
          en: "the parts of the three public expenses were not found",
        },
      };
    }
    yield* sumResults(pack, sums);
  },
});

type Group = ReadonlyMap<string, PackFact>;

/** The items of a table that belong together: one row where columns name the items, one column where rows do. */
function groupsOf(pack: Pack): readonly Group[] {
  const tables = new Map(
    pack.tables
      .filter((table) => table.concept === "three-public-expenses")
      .map((table) => [table.id, table]),
  );
  const groups = new Map<string, Map<string, PackFact>>();
  for (const fact of pack.facts) {
    const table = fact.source.kind === "cell" ? tables.get(fact.source.table) : undefined;
    if (fact.source.kind !== "cell" || table === undefined || fact.kind !== "amount") continue;
    const { item, ...rest } = fact.measure;
    const across = table.columns[fact.source.column]?.measure.item !== undefined || item === undefined;
    const line = across ? `row ${fact.source.row}` : `column ${fact.source.column}`;
    const key = `${table.id}|${line}|${rest.year ?? 0}|${rest.stage ?? ""}`;
    const group = groups.get(key) ?? new Map<string, PackFact>();
    const name = item ?? "three-public";
    if (group.has(name)) group.delete(name);
    else group.set(name, fact);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function sumsOf(group: Group): Sum[] {
  const ofVehicles = ["three-public/vehicle-purchase", "three-public/vehicle-operation"];
  const vehicles = sumOf(group, "three-public/vehicles", ofVehicles);
  // Where no column sums the vehicles up, their purchase and operation are parts themselves.
  const vehicleParts = group.has("three-public/vehicles") ? ["three-public/vehicles"] : ofVehicles;
  const parts = ["three-public/abroad", ...vehicleParts, "three-public/reception"];
  const narrow = sumOf(group, "three-public", parts);
  const wide = sumOf(group, "three-public", [...parts, "conference", "training"]);
  return [...vehicles, ...(holds(narrow) || !holds(wide) ? narrow : wide)];
}

function holds([sum]: readonly Sum[]): boolean {
  return (
    sum !== undefined &&
    compareSum(
      sum.total.figure,
      sum.parts.map(({ fact, sign }) => ({ figure: fact.figure, sign })),
    ).verdict !== "conflict"
  );
}

/** Needs the total and a printed part; other parts that are blank are nil. */
function sumOf(group: Group, total: string, parts: readonly string[]): Sum[] {
  const whole = group.get(total);
  const found = parts.flatMap((part) => group.get(part) ?? []);
  if (whole === undefined || found.length === 0) return [];
  return [{ pattern: total, sure: true, total: whole, parts: found.map((fact) => ({ fact, sign: 1 })) }];
}
