import type { PackFact } from "../../pack/pack.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";
import { defineRule, type RuleResult } from "../rule.ts";
import { conflict, notApplicable, orNotApplicable, Prose, shown } from "./context.ts";

export default defineRule({
  id: "narrative/operating-cost-needs-vehicles",
  level: "warning",
  title: { zh: "有公务用车运行维护费的应有车辆", en: "Operating costs of vehicles need vehicles" },
  basis: [],
  doc: {
    zh: "公务用车运行维护费大于零而车辆为0辆，二者至少有一处不对，或者应说明车辆由谁保障（租用、平台统管等）。车辆合计与分项本身矛盾的，是错误。",
    en: "Operating costs without a vehicle need an explanation, or one of the two is wrong.",
  },
  examples: [
    {
      name: "costs without vehicles",
      text: "公务用车运行维护费6.00万元，与上年持平。\n国有资产占有使用情况\n截至2023年12月31日，本单位共有车辆0辆。",
      messages: ["公务用车运行维护费6.00万元，而国有资产部分写共有车辆0辆。"],
    },
    {
      name: "costs of one vehicle",
      text: "公务用车运行维护费6.00万元，与上年持平。\n国有资产占有使用情况\n截至2023年12月31日，本单位共有车辆1辆。",
      messages: [],
    },
  ],
  check({ pack }) {
    const prose = new Prose(pack);
    const held = prose.statements.filter(
      ({ measure, amount, role }) =>
        role === "head" && measure.item === "assets/held/vehicle" && amount?.kind === "count",
    );
    const cost = costOf(prose, pack.facts);
    if (cost === undefined)
      return [notApplicable("没有公务用车运行维护费的数", "no operating cost of vehicles is printed")];
    const totals = held.filter(({ whole }) => whole === undefined);
    return orNotApplicable(
      totals.map((vehicles) => resultOf(prose, vehicles, cost)),
      "没有写车辆数",
      "no number of vehicles is printed",
    );
  },
});

interface Cost {
  readonly text: string;
  readonly positive: boolean;
  readonly fact: string;
}

/** From the prose, or, where it is silent, from the table of the three public expenses. */
function costOf(prose: Prose, facts: readonly PackFact[]): Cost | undefined {
  const said = prose.statements.find(
    ({ measure, amount, role }) =>
      role === "head" &&
      measure.item === "three-public/vehicle-operation" &&
      measure.year === undefined &&
      amount !== undefined,
  );
  if (said?.amount !== undefined)
    return {
      text: shown(said.amount),
      positive: said.amount.figure.scaled > 0n,
      fact: prose.facts(said, said.amount)[0] ?? "",
    };
  const cell = facts.find(
    ({ measure, kind, source }) =>
      source.kind === "cell" &&
      kind === "amount" &&
      measure.item === "three-public/vehicle-operation" &&
      measure.year === undefined,
  );
  return cell === undefined
    ? undefined
    : {
        text: `${cell.text}${cell.figure.unit === "yuan" ? "元" : "万元"}`,
        positive: cell.figure.scaled > 0n,
        fact: cell.id,
      };
}

function resultOf(prose: Prose, vehicles: Statement, cost: Cost): RuleResult {
  if (!cost.positive || (vehicles.amount?.figure.scaled ?? 1n) > 0n) return { outcome: "holds" };
  const listed = prose.partsOf(vehicles).filter(({ amount }) => (amount?.figure.scaled ?? 0n) > 0n);
  return conflict({
    message: {
      zh: `公务用车运行维护费${cost.text}，而国有资产部分写共有车辆0辆。`,
      en: `Vehicles cost ${cost.text} to operate, but their number is printed as 0.`,
    },
    remedy: {
      zh: "核对车辆数；车辆另有保障方式的，加以说明。",
      en: "Check the number of vehicles, or explain who provides them.",
    },
    ...(listed.length > 0 ? { level: "error" as const } : {}),
    ...prose.place(vehicles),
    quote: prose.quote(vehicles, vehicles.start, vehicles.end),
    printed: vehicles.amount?.text ?? "0",
    facts: [...prose.facts(vehicles, vehicles.amount), cost.fact],
  });
}
