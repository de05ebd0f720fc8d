import type { Text } from "../../finding/finding.ts";
import type { Pack } from "../../pack/pack.ts";
import type {
  PerformanceAmount,
  PerformanceForm,
  PerformanceIndicator,
} from "../../pack/performance-form.ts";
import type { PrintedFigure } from "../identity.ts";
import type { RuleResult } from "../rule.ts";

/** A form in words: the project's name, or the body as a whole. */
export function formName(form: PerformanceForm): string {
  return form.project === undefined ? "整体绩效目标表" : `项目“${form.project.text.replace(/\s+/gu, "")}”`;
}

/** An amount of a form as a term of an identity; a nil that is not printed is none. */
export function printedAmount(amount: PerformanceAmount, form?: PerformanceForm): readonly PrintedFigure[] {
  const { id, figure, text, label, place } = amount;
  const name = `${form === undefined ? "整体绩效目标表" : formName(form)}的${label}`;
  return figure === undefined ? [] : [{ id, figure, text, name, ...at(place) }];
}

const NO_FORMS: RuleResult = {
  outcome: "not-applicable",
  reason: { zh: "没有绩效目标表", en: "no form of performance targets" },
};
const UNREAD_FORMS: RuleResult = {
  outcome: "could-not-check",
  reason: { zh: "有绩效目标表，但没有读出内容", en: "forms of performance targets were not understood" },
};
const NO_INDICATORS: RuleResult = {
  outcome: "not-applicable",
  reason: { zh: "绩效目标表没有列指标", en: "the forms list no indicators" },
};

/** What to say of a pack in which a rule finds no form to look at. */
export function nothingToCheck(pack: Pack): RuleResult {
  if (pack.performance.some(({ blank }) => !blank)) return NO_INDICATORS;
  const promised = pack.tables.some(
    ({ concept }) => concept === "overall-performance" || concept === "project-performance",
  );
  return promised && pack.performance.length === 0 ? UNREAD_FORMS : NO_FORMS;
}

/** Why there is nothing to look at although the pack has forms. */
export function notPrinted(zh: string, en: string): RuleResult {
  return { outcome: "not-applicable", reason: { zh, en } };
}

/** Names of forms for a message: the first few, and how many there are. */
export function namesOf(forms: readonly PerformanceForm[]): Text {
  const names = [...new Set(forms.map(formName))];
  const shown = names.slice(0, 3).join("、");
  return names.length <= 3
    ? { zh: shown, en: shown }
    : { zh: `${shown}等 ${forms.length} 张表`, en: `${shown} and others, ${forms.length} forms` };
}

/** A name for comparison: without quotes and bracketed units. */
export function bareName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/["'“”‘’\s]/gu, "")
    .replace(/\([^()]*\)$/u, "");
}

/** Unit of an indicator: its own column's, or the one in brackets behind its name. */
export function unitOf({ name, unit }: PerformanceIndicator): string {
  return unit === "" ? (/\(([^()]{1,10})\)$/u.exec(name)?.[1] ?? "") : unit;
}

/** An indicator's target in words: "≥95%". */
export function statedOf(indicator: PerformanceIndicator): string {
  const { operator, target, unit } = indicator;
  return `${operator ?? ""}${target}${unit}`;
}

/** The place of something in a result, when it is known. */
export function at<T>(place: T | undefined): { readonly place?: T } {
  return place === undefined ? {} : { place };
}
