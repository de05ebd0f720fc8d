import type { Place } from "../document/document.ts";

/** A text in both languages of the product; users see Chinese first. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** error: correct before publication; warning: explain or correct; notice: for information. */
export type Level = "error" | "warning" | "notice";

/** One thing that is wrong or worth saying: what, where, and what to do. A value, never an exception. */
export interface Finding {
  /** Stable id of what was checked, e.g. "ledger/unknown-code". */
  readonly rule: string;
  readonly level: Level;
  /** What is wrong, in one sentence. */
  readonly message: Text;
  /** What to do about it. */
  readonly remedy?: Text;
  readonly place?: Place;
  readonly printed?: string;
  readonly expected?: string;
  readonly difference?: string;
}

export function hasError(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.level === "error");
}
