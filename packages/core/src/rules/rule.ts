import type { FileFacts, Place } from "../document/document.ts";
import type { Level, Text } from "../finding/finding.ts";
import type { Pack } from "../pack/pack.ts";
import type { Identity } from "./identity.ts";

/**
 * One rule of the audit: id, level, legal basis, texts, examples that are its tests, and the check. Everything
 * about it is in its one file. A rule never guesses: where the pack does not hold what it needs, it says so.
 */
export interface Rule {
  /** group/name-in-kebab-case: what must hold, or with no- what must not be. */
  readonly id: string;
  readonly level: Level;
  readonly title: Text;
  readonly basis: readonly LegalBasis[];
  /** For the user: why it matters. */
  readonly doc: Text;
  readonly examples: readonly RuleExample[];
  check(context: RuleContext): Iterable<RuleResult>;
}

export interface LegalBasis {
  readonly document: string;
  readonly article?: string;
}

export interface RuleContext {
  readonly pack: Pack;
  /** Last year's pack of the same body, where given. */
  readonly prior?: Pack;
  /** The packs of all units of the department, the organ itself (本级) among them, where given. */
  readonly units?: readonly Pack[];
  /** ISO date of publication, where known. */
  readonly publicationDate?: string;
  /** ISO date on which the budget was approved (批复), where known. */
  readonly approvalDate?: string;
}

/** What became of one thing that a rule or an identity looked at. */
export type RuleResult =
  | { readonly outcome: "holds"; readonly place?: Place; readonly identity?: Identity }
  | ({ readonly outcome: "rounding" | "conflict" } & Violation)
  | { readonly outcome: "not-applicable" | "could-not-check"; readonly reason: Text };

export interface Violation {
  readonly message: Text;
  readonly remedy?: Text;
  /** The level of this finding where it differs from the rule's. */
  readonly level?: Level;
  readonly place?: Place;
  /** The words on the page. */
  readonly quote?: string;
  readonly printed?: string;
  readonly expected?: string;
  readonly difference?: string;
  /** Fact ids that the violation rests on: findings that share a wrong figure are grouped by them. */
  readonly facts?: readonly string[];
  /** What was compared, where the rule is sure that it must hold. */
  readonly identity?: Identity;
}

/** A pack as plain text in the form of a published TXT (tables as tab-separated lines), and what the rule says of it. */
export interface RuleExample {
  readonly name: string;
  readonly text: string;
  /** What the file of the pack is beside its text. */
  readonly file?: FileFacts;
  /** Last year's pack in the same form, for rules that look at it. */
  readonly prior?: string;
  /** The packs of the department's units, for rules that look at them. */
  readonly units?: readonly string[];
  readonly publicationDate?: string;
  readonly approvalDate?: string;
  /** The messages (Chinese) that the rule must give; empty: it holds or does not apply. */
  readonly messages: readonly string[];
}

/** Types a rule; the definition is the rule. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
