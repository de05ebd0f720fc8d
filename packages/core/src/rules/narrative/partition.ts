import type { MeasureTemplate } from "../../measure/measure.ts";
import type { Statement } from "../../recognise/narrative/statement.ts";

/**
 * How much is known about a list of parts. "complete": nothing else can belong to the whole, so that parts which
 * fall short contradict it. "usual": lists like it name all parts, but need not. "open": a list of examples.
 */
export type Completeness = "complete" | "usual" | "open";

export function completenessOf(whole: Statement, parts: readonly Statement[]): Completeness {
  const measures = parts.map(({ measure }) => measure);
  if (isSet(measures, "procurement", ["goods", "works", "services"])) return "complete";
  if (isThreePublic(whole, measures)) return "complete";
  if (
    whole.measure.item === "three-public/vehicles" &&
    hasItems(measures, ["vehicle-purchase", "vehicle-operation"])
  )
    return "complete";
  if (whole.measure.kind === "basic" && isSet(measures, "kind", ["personnel", "operating"]))
    return "complete";
  if (parts.some(({ subject }) => /^其他/u.test(subject)) && whole.amount?.kind === "count")
    return "complete";
  if (isSet(measures, "kind", ["basic", "project"])) return "usual";
  if (isSet(measures, "fund", ["general-public", "government-fund", "state-capital"]))
    return whole.measure.fund === "appropriation" ? "complete" : "usual";
  return measures.length > 2 && measures.every(({ functional }) => functional?.length === 3)
    ? "usual"
    : "open";
}

function isSet(
  measures: readonly MeasureTemplate[],
  dimension: "procurement" | "kind" | "fund",
  members: readonly string[],
): boolean {
  return members.every((member) => measures.some((measure) => measure[dimension] === member));
}

function isThreePublic(whole: Statement, measures: readonly MeasureTemplate[]): boolean {
  if (whole.measure.item !== "three-public" || /会议|培训/u.test(whole.subject + whole.topic)) return false;
  return (
    hasItems(measures, ["abroad", "reception"]) &&
    (hasItems(measures, ["vehicles"]) || hasItems(measures, ["vehicle-purchase", "vehicle-operation"]))
  );
}

function hasItems(measures: readonly MeasureTemplate[], items: readonly string[]): boolean {
  return items.every((item) => measures.some((measure) => measure.item === `three-public/${item}`));
}

/** Parts that another part of the list holds: 购置费 and 运行费 beside 购置及运行费. */
export function withoutInner(parts: readonly Statement[]): readonly Statement[] {
  const vehicles = parts.some(({ measure }) => measure.item === "three-public/vehicles");
  const basic = parts.some(({ measure }) => measure.kind === "basic");
  const appropriation = parts.some(({ measure }) => measure.fund === "appropriation");
  return parts.filter(
    ({ measure }) =>
      !(vehicles && /vehicle-(?:purchase|operation)$/u.test(measure.item ?? "")) &&
      !(basic && (measure.kind === "personnel" || measure.kind === "operating")) &&
      !(appropriation && /^(?:general-public|government-fund|state-capital)$/u.test(measure.fund ?? "")),
  );
}
