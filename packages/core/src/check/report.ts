import type { Finding, Text } from "../finding/finding.ts";
import type { Pack } from "../pack/pack.ts";
import type { ReportedContradiction } from "./contradictions.ts";

/** The five ways in which a check of one thing can end. */
export interface Outcomes {
  readonly holds: number;
  readonly rounding: number;
  readonly conflict: number;
  readonly notApplicable: number;
  readonly couldNotCheck: number;
}

export interface AuditFinding extends Finding {
  /** Findings with the same group come from one cause; the first of a group names it. */
  readonly group: string;
  /** Whether it follows from another finding of its group. */
  readonly consequence: boolean;
  readonly quote?: string;
  /** Which of the report's contradictions it comes of. */
  readonly contradiction?: number;
  readonly basis: readonly { readonly document: string; readonly article?: string }[];
}

export interface RuleReport {
  readonly rule: string;
  readonly title: Text;
  readonly outcomes: Outcomes;
  /** Why it did not apply or could not be checked, each once. */
  readonly reasons: readonly Text[];
}

/** What the audit of one pack found. */
export interface AuditReport {
  readonly pack: Pack;
  readonly findings: readonly AuditFinding[];
  readonly outcomes: Outcomes;
  readonly rules: readonly RuleReport[];
  /** What cannot all be true, each with its proof and what would settle it. */
  readonly contradictions: readonly ReportedContradiction[];
}
