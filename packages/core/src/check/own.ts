import { standsIfCutOff } from "../contradiction/certificate.ts";
import { figureKey } from "../contradiction/system.ts";
import type { Violation } from "../rules/rule.ts";
import type { UngroupedFinding } from "./check.ts";
import type { ReportedContradiction, SearchedContradictions } from "./contradictions.ts";
import type { RuleReport } from "./report.ts";

const RULE = "contradiction/figures-can-all-be-true";
const TITLE = { zh: "所有印出的数应能同时成立", en: "All printed figures can be true at once" };

/**
 * The contradiction that a violation comes of: the one whose identities it states, or else the one whose most
 * likely wrong figure it rests on.
 */
export function ownerOf(
  { identity, facts = [] }: Violation,
  found: readonly ReportedContradiction[],
): Pick<UngroupedFinding, "contradiction" | "proved" | "beyond"> {
  const keys = identity?.terms.map(({ figure }) => figureKey(figure)).sort();
  const stated = found.findIndex(({ set }) =>
    set.identities.some(({ terms }) => {
      const own = terms.map(({ variable }) => figureKey(set.variables[variable]?.figure ?? { id: "" }));
      return keys !== undefined && own.length === keys.length && own.sort().join() === keys.join();
    }),
  );
  const beyond = facts.filter((id) => keys?.includes(figureKey({ id })) !== true);
  if (stated >= 0) return { contradiction: stated, proved: true, beyond };
  const resting = found.findIndex(({ corrections: [likely] }) => {
    const figure = likely?.figure;
    return figure !== undefined && figure.pack === undefined && facts.includes(figure.id);
  });
  return resting < 0 ? {} : { contradiction: resting };
}

/** Contradictions that no rule sees by itself, as findings of their own. */
export function unreported({ found }: SearchedContradictions): readonly UngroupedFinding[] {
  return found.flatMap((contradiction, index) => {
    const { set, certificate, proof, corrections, sum } = contradiction;
    if (set.identities.length < 2) return [];
    const own = set.variables.map(({ figure }) => figure).filter(({ pack }) => pack === undefined);
    const likely = corrections[0]?.figure;
    const shown =
      likely !== undefined && likely.pack === undefined
        ? likely
        : own.find((figure) => figure.place !== undefined);
    const place = shown?.place;
    const isSure = standsIfCutOff(set, certificate);
    return [
      {
        rule: RULE,
        level: isSure ? ("error" as const) : ("warning" as const),
        message: {
          zh: `有 ${sum.length} 个数不能同时成立${isSure ? "" : "（若有的数是截去尾数而不是四舍五入印出的，则可能成立）"}：${proof.zh}`,
          en: `${sum.length} figures cannot all be true${isSure ? "" : " (unless some were cut off, not rounded)"}: ${proof.en}`,
        },
        remedy: { zh: "核对这些数，改正有误的一个。", en: "Check these figures and correct the wrong one." },
        ...(place === undefined ? {} : { place }),
        ...(shown === undefined ? {} : { quote: shown.text, printed: shown.text }),
        basis: [{ document: "中华人民共和国预算法", article: "第十四条" }],
        facts: own.map(({ id }) => id),
        contradiction: index,
        proved: true,
      },
    ];
  });
}

/** How the search for contradictions ended, beside the rules. */
export function searchReport({ found, undecided, identities }: SearchedContradictions): RuleReport {
  const several = found.filter(({ set }) => set.identities.length > 1).length;
  const outcomes = {
    holds: identities > 0 && found.length === 0 && undecided === 0 ? 1 : 0,
    rounding: 0,
    conflict: several,
    notApplicable: identities === 0 ? 1 : 0,
    couldNotCheck: undecided,
  };
  const none = { zh: "没有可列成等式的数", en: "no figures are tied to each other" };
  const open = {
    zh: "关联的数太多，未能在限定步数内判定能否同时成立",
    en: "whether all figures can be true was not decided within the steps allowed",
  };
  const reasons = [...(identities === 0 ? [none] : []), ...(undecided > 0 ? [open] : [])];
  return { rule: RULE, title: TITLE, outcomes, reasons };
}
