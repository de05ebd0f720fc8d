import { classOf, RESULT_CLASSES } from "../../../performance/compose/indicator-rows.ts";
import { statedTarget } from "../../../performance/goal.ts";
import { isGeneric, isSatisfaction, plausibilityOf } from "../../../performance/plausible.ts";
import { compare } from "../../../performance/ratio.ts";
import { isShare, statedValue } from "../../../performance/value.ts";
import { fold } from "../../terms.ts";
import type { IndicatorKindId } from "../../year-terms.ts";
import { fault, type Report } from "../fault/fault.ts";
import { type SheetRecord, textOf } from "../record.ts";
import { areComplete, type Check, usable } from "./check.ts";
import { isNumber } from "./decimal.ts";
import { type FormOwner, formsOf, ownerOf, recordsOf, WHOLE } from "./goal/owner.ts";
import { statedIndicator } from "./goal/stated-indicator.ts";

/** Targets can be measured and reached, agree between the whole and its projects, and cover what the money is for. */
export const checkTargets: Check = (set, _options, report) => {
  const indicators = usable(set, "indicators");
  for (const indicator of indicators) checkTarget(indicator, report);
  const forms = formsOf(indicators);
  const overall = recordsOf(forms, WHOLE);
  for (const { owner, records } of forms) {
    if (owner.project !== "") for (const record of records) checkAgreement(record, overall, report);
    if (areComplete(set, "indicators")) checkCoverage(owner, records, report);
  }
  const measured = new Set(forms.map(({ owner }) => owner.project));
  for (const project of usable(set, "projects")) {
    const name = textOf(project, "project");
    const isBlank = textOf(project, "goal") === "" && !measured.has(name) && areComplete(set, "indicators");
    if (isBlank) report(fault("goal-missing", project.spot("goal"), { project: name }));
    if (!DOCUMENT_NUMBER.test(textOf(project, "basis")))
      report(fault("basis-without-number", project.spot("basis"), { project: name }));
  }
};

/** 〔2016〕3号, [2016]3号, （2016）3号, 2016年第3号; minutes of a meeting by its number count too. */
const DOCUMENT_NUMBER =
  /[〔[（(【﹝]\s*\d{4}\s*[〕\]）)】﹞]\s*第?\s*\d+\s*号|\d{4}年?第\d+号|第.{1,12}次.{0,10}会议/u;

function checkTarget(record: SheetRecord, report: Report): void {
  const indicator = statedIndicator(record);
  const { name, operator, target, measureUnit } = indicator;
  const data = { name, stated: statedTarget(indicator) };
  if (operator === "定性") {
    if (isNumber(target)) report(fault("qualitative-number", record.spot("target"), { name, target }));
    return;
  }
  if (!isNumber(target)) return;
  if (measureUnit === "") report(fault("target-without-unit", record.spot("measure_unit"), data));
  const judgement = plausibilityOf(indicator);
  if (judgement === "exceeds") report(fault("target-exceeds", record.spot("target"), data));
  if (judgement === "reversed" && textOf(record, "direction") !== "less")
    report(fault("target-reversed", record.spot("operator"), { ...data, operator }));
  const isLow = judgement === "plausible" && isSatisfaction(name) && Number(target) < LOWEST_SATISFACTION;
  if (isLow && (operator === "≥" || operator === ">" || operator === "="))
    report(fault("satisfaction-low", record.spot("target"), data));
}

const LOWEST_SATISFACTION = 80;

/** A project's indicator that the whole has too has the same target; counts of the whole may be sums. */
function checkAgreement(record: SheetRecord, overall: readonly SheetRecord[], report: Report): void {
  const own = statedIndicator(record);
  if (isGeneric(own.name)) return;
  const whole = overall.map(statedIndicator).find(({ name }) => fold(name) === fold(own.name));
  if (whole === undefined || statedTarget(whole) === statedTarget(own)) return;
  const [all, part] = [whole, own].map(({ target, measureUnit }) => statedValue(target, measureUnit));
  const order = all === undefined || part === undefined ? undefined : compare(all, part);
  const sameRelation = whole.operator === own.operator;
  const mayBeSum = sameRelation && !isShare(own.measureUnit) && order !== undefined && order >= 0;
  if (mayBeSum) return;
  const data = { name: own.name, overall: statedTarget(whole), project: textOf(record, "project") };
  report(fault("overall-target-differs", record.spot("target"), { ...data, stated: statedTarget(own) }));
}

/** Classes are judged only where every indicator's kind was entered: inferred ones prove nothing. */
function checkCoverage(owner: FormOwner, own: readonly SheetRecord[], report: Report): void {
  const [first] = own;
  if (first === undefined) return;
  const words = ownerOf(owner);
  if (!own.some((record) => textOf(record, "core") === "yes"))
    report(fault("no-core-indicator", first.spot("core"), words));
  const kinds = own.map((record) => textOf(record, "kind"));
  if (kinds.includes("")) return;
  const covered = new Set(kinds.map((kind) => classOf(kind as IndicatorKindId)));
  const missing = RESULT_CLASSES.filter(({ zh }) => !covered.has(zh));
  if (missing.length === 0) return;
  const classes = missing.map(({ zh }) => zh).join("、");
  const classesEn = missing.map(({ en }) => en).join(", ");
  report(fault("results-not-covered", first.spot("kind"), { ...words, classes, classesEn }));
}
