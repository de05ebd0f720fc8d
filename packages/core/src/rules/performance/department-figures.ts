import type { KindSelector } from "../../measure/measure.ts";
import type { Figure } from "../../money/figure.ts";
import type { Pack, PackFact, PackTable } from "../../pack/pack.ts";

/** The totals of expenditure that a pack's tables print: of the body, or of one kind. Several where tables differ. */
export function departmentTotals(pack: Pack, kind?: KindSelector): readonly PackFact[] {
  const facts = new Map(pack.facts.map((fact) => [fact.id, fact]));
  return pack.tables.filter(isSummary).flatMap((table) =>
    table.rows
      .filter(({ role }) => role === "total")
      .flatMap(({ cells }) => Object.values(cells))
      .flatMap((id) => facts.get(id) ?? [])
      .filter((fact) => isTotal(fact, kind)),
  );
}

/** Tables of the whole body, not the lists of its projects. */
function isSummary({ concept, caption }: PackTable): boolean {
  if (concept === "department-summary") return true;
  return concept === "department-expenditure" && !/项目支出/u.test(caption);
}

function isTotal({ kind: factKind, measure }: PackFact, kind: KindSelector | undefined): boolean {
  const { side, kind: own, flow, ...rest } = measure;
  return (
    factKind === "amount" &&
    side === "expenditure" &&
    own === kind &&
    flow !== "carry-over" &&
    Object.keys(rest).length === 0
  );
}

const PER_WAN = { yuan: 1n, "wan-yuan": 10_000n } as const;

/** Adds figures of money into one in yuan with all their decimals; undefined for nothing to add. */
export function sumOf(figures: readonly Figure[]): Figure | undefined {
  if (figures.length === 0) return undefined;
  const decimals = Math.max(...figures.map((figure) => figure.decimals));
  const scaled = figures.reduce((sum, figure) => {
    const factor = figure.unit === "yuan" || figure.unit === "wan-yuan" ? PER_WAN[figure.unit] : 1n;
    return sum + figure.scaled * factor * 10n ** BigInt(decimals - figure.decimals);
  }, 0n);
  return { unit: "yuan", decimals, scaled };
}
