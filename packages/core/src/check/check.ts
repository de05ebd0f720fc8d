import type { Finding, Level, Text } from "../finding/finding.ts";
import type { Pack, PackKind } from "../pack/pack.ts";
import type { Rule, RuleContext, RuleResult, Violation } from "../rules/rule.ts";
import { contradictionsOf, type SearchedContradictions } from "./contradictions.ts";
import { groupByCause } from "./group.ts";
import { ownerOf, searchReport, unreported } from "./own.ts";
import type { AuditFinding, AuditReport, Outcomes, RuleReport } from "./report.ts";

/** Runs rules over a pack. A pack that is no budget disclosure is not checked, and the report says why. */
export function check(context: RuleContext, rules: readonly Rule[]): AuditReport {
  const { pack } = context;
  if (pack.kind !== "budget") return notABudget(pack, pack.kind);
  const results = rules.map((rule) => ({ rule, results: [...rule.check(context)] }));
  const searched = contradictionsOf(context, results);
  const violations = results.flatMap(({ rule, results: all }) =>
    all.flatMap((result) => violationOf(rule, result, searched)),
  );
  const reports = [...results.map(({ rule, results: all }) => reportOf(rule, all)), searchReport(searched)];
  return {
    pack,
    findings: groupByCause([...violations, ...unreported(searched)], searched.found),
    outcomes: sumOf(reports.map((report) => report.outcomes)),
    rules: reports,
    contradictions: searched.found,
  };
}

/** A finding before it is grouped, with the facts that it rests on. */
export type UngroupedFinding = Omit<AuditFinding, "group" | "consequence"> & {
  readonly facts: readonly string[];
  /** Whether it is itself a part of the contradiction that it comes of. */
  readonly proved?: boolean;
  /** Facts that the rule names as of the same cause, beyond the identity that it judged. */
  readonly beyond?: readonly string[];
};

function violationOf(rule: Rule, result: RuleResult, searched: SearchedContradictions): UngroupedFinding[] {
  if (result.outcome !== "conflict" && result.outcome !== "rounding") return [];
  const level: Level = result.outcome === "rounding" ? "notice" : (result.level ?? rule.level);
  const owner = level === "notice" ? {} : ownerOf(result, searched.found);
  return [{ ...findingOf(rule.id, level, result), basis: rule.basis, facts: result.facts ?? [], ...owner }];
}

function findingOf(rule: string, level: Level, violation: Violation): Finding & { quote?: string } {
  const { message, remedy, place, quote, printed, expected, difference } = violation;
  return {
    rule,
    level,
    message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(place === undefined ? {} : { place }),
    ...(quote === undefined ? {} : { quote }),
    ...(printed === undefined ? {} : { printed }),
    ...(expected === undefined ? {} : { expected }),
    ...(difference === undefined ? {} : { difference }),
  };
}

const NONE: Outcomes = { holds: 0, rounding: 0, conflict: 0, notApplicable: 0, couldNotCheck: 0 };
const COUNTERS = {
  holds: "holds",
  rounding: "rounding",
  conflict: "conflict",
  "not-applicable": "notApplicable",
  "could-not-check": "couldNotCheck",
} as const satisfies Record<RuleResult["outcome"], keyof Outcomes>;

function reportOf(rule: Rule, results: readonly RuleResult[]): RuleReport {
  const outcomes = { ...NONE };
  for (const { outcome } of results) outcomes[COUNTERS[outcome]]++;
  const reasons = results.flatMap((result) => ("reason" in result ? [result.reason] : []));
  const unique = [...new Map(reasons.map((reason) => [reason.zh, reason])).values()];
  return { rule: rule.id, title: rule.title, outcomes, reasons: unique };
}

function sumOf(outcomes: readonly Outcomes[]): Outcomes {
  return outcomes.reduce(
    (sum, one) => ({
      holds: sum.holds + one.holds,
      rounding: sum.rounding + one.rounding,
      conflict: sum.conflict + one.conflict,
      notApplicable: sum.notApplicable + one.notApplicable,
      couldNotCheck: sum.couldNotCheck + one.couldNotCheck,
    }),
    NONE,
  );
}

const ANOTHER: Text = { zh: "换成预算公开材料再查。", en: "Give the budget disclosure instead." };

/** What a pack is that is not checked, and what to do. */
const NOT_CHECKED: Readonly<Record<Exclude<PackKind, "budget">, Text & { readonly remedy: Text }>> = {
  "final-accounts": {
    zh: "不是预算公开材料，而是决算公开",
    en: "not a budget disclosure but final accounts",
    remedy: ANOTHER,
  },
  template: {
    zh: "不是预算公开材料，而是空白样表",
    en: "not a budget disclosure but a blank form",
    remedy: ANOTHER,
  },
  several: {
    zh: "不是一套公开材料，而是几套材料",
    en: "not one disclosure but several packs",
    remedy: {
      zh: "一套一套核对；整个文件夹用 mingzhang audit。",
      en: "Check one pack at a time; for a whole folder use mingzhang audit.",
    },
  },
  other: {
    zh: "不是预算公开材料，而是其他文件",
    en: "not a budget disclosure but some other document",
    remedy: ANOTHER,
  },
};

function notABudget(pack: Pack, kind: Exclude<PackKind, "budget">): AuditReport {
  const { zh, en, remedy } = NOT_CHECKED[kind];
  const finding: AuditFinding = {
    rule: "pack/is-a-budget",
    level: "warning",
    message: {
      zh: `${zh}：${pack.reason.zh}。未作预算核对。`,
      en: `This is ${en}: ${pack.reason.en}. It was not checked as a budget.`,
    },
    remedy,
    group: "g1",
    consequence: false,
    basis: [],
  };
  const outcomes = { ...NONE, couldNotCheck: 1 };
  return { pack, findings: [finding], outcomes, rules: [], contradictions: [] };
}
