import type { PerformanceForm } from "../../pack/performance-form.ts";
import type { RuleResult } from "../rule.ts";

/** A form in words: the project's name, or the body as a whole. */
export function formName(form: PerformanceForm): string {
  return form.project === undefined ? "整体绩效目标表" : `项目“${form.project.text.replace(/\s+/gu, "")}”`;
}

/** What to say of a pack without forms of performance targets. */
export const NO_FORMS: RuleResult = {
  outcome: "not-applicable",
  reason: { zh: "没有读到绩效目标表", en: "no form of performance targets was found" },
};
