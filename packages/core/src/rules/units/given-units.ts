import type { Text } from "../../finding/finding.ts";
import type { Pack } from "../../pack/pack.ts";
import { plain } from "../../recognise/text.ts";
import type { RuleContext } from "../rule.ts";

/** One unit of the department, by the name that findings and figures of several packs call it. */
export interface GivenUnit {
  readonly name: string;
  readonly pack: Pack;
}

/** The units whose sum the department is, or why the given packs cannot be them. */
export type GivenUnits =
  | { readonly units: readonly GivenUnit[] }
  | { readonly outcome: "not-applicable" | "could-not-check"; readonly reason: Text }
  | { readonly outcome: "misfit"; readonly reasons: readonly Text[] };

/** Judges the given packs: budgets of one year, of units, of bodies that differ; one that does not fit spoils the sum. */
export function givenUnits({ pack, units = [] }: RuleContext): GivenUnits {
  if (units.length === 0) return pack.scope === "unit" ? OF_A_UNIT : NONE_GIVEN;
  if (pack.scope === "unit")
    return {
      outcome: "misfit",
      reasons: [{ zh: "本材料是单位预算，不是部门预算", en: "this pack is the budget of one unit" }],
    };
  const given = units.map((unit, index) => ({ name: nameOf(pack, unit, index), pack: unit }));
  const reasons = given.flatMap((unit, index) => misfitOf(pack, unit, given.slice(0, index)) ?? []);
  return reasons.length > 0 ? { outcome: "misfit", reasons } : { units: given };
}

const NONE_GIVEN: GivenUnits = {
  outcome: "could-not-check",
  reason: {
    zh: "没有给出所属单位的材料（--unit），部门未与所属单位之和核对",
    en: "the packs of the units were not given (--unit): the department was not compared with their sum",
  },
};

const OF_A_UNIT: GivenUnits = {
  outcome: "not-applicable",
  reason: { zh: "本材料是单位预算", en: "this is the budget of one unit" },
};

function nameOf({ body: department }: Pack, { body }: Pack, index: number): string {
  if (body === undefined) return `第${index + 1}份单位材料`;
  return isSame(body, department) ? `${body}（单位预算）` : body;
}

function misfitOf(
  department: Pack,
  { name, pack }: GivenUnit,
  earlier: readonly GivenUnit[],
): Text | undefined {
  if (pack.kind !== "budget")
    return {
      zh: `“${name}”不是预算公开：${pack.reason.zh}`,
      en: `"${name}" is no budget: ${pack.reason.en}`,
    };
  if (pack.body === undefined)
    return { zh: `${name}没有写明单位名称`, en: `pack ${earlier.length + 1} of the units names no body` };
  if (pack.year === undefined || department.year === undefined)
    return {
      zh: `“${name}”或本材料没有写明年度，不能确认是同一年`,
      en: `"${name}" or this pack states no year`,
    };
  if (pack.year !== department.year)
    return {
      zh: `“${name}”是${pack.year}年的，本材料是${department.year}年的`,
      en: `"${name}" is of ${pack.year}, this pack of ${department.year}`,
    };
  if (!isOfUnit(department, pack))
    return {
      zh: `“${pack.body}”是部门预算，不是所属单位的单位预算`,
      en: `"${pack.body}" is the budget of a department, not of one of its units`,
    };
  if (earlier.some((other) => isSame(other.pack.body, pack.body)))
    return { zh: `“${name}”给了两次`, en: `"${name}" was given twice` };
  return undefined;
}

/** A pack under the department's own name is of the unit only where it says so. */
function isOfUnit(department: Pack, { scope, body, tables }: Pack): boolean {
  if (scope !== undefined) return scope === "unit";
  return !isSame(body, department.body) || tables.some(({ label }) => label?.startsWith("单位") === true);
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && plain(a) === plain(b);
}
