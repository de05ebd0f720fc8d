import type { MeasureTemplate } from "../../measure/measure.ts";

/** Whether a figure of the part's measure cannot be a part of one of the whole's measure. */
export function cannotBePart(whole: MeasureTemplate, part: MeasureTemplate): boolean {
  return (
    differentSide(whole, part) ||
    differentItem(whole, part) ||
    differentKind(whole, part) ||
    differentCode(whole, part)
  );
}

/** 上年结转 is a source of expenditure too. */
function differentSide(whole: MeasureTemplate, part: MeasureTemplate): boolean {
  if (part.side === "revenue" && part.flow === "carry-over") return false;
  return whole.side !== undefined && part.side !== undefined && whole.side !== part.side;
}

function differentItem(whole: MeasureTemplate, part: MeasureTemplate): boolean {
  if (whole.item === undefined || part.item === undefined) return false;
  if (whole.item === "three-public") return !part.item.startsWith("three-public/");
  if (whole.item === "three-public/vehicles")
    return !/vehicle-(?:purchase|operation)$/u.test(part.item) && part.item.startsWith("three-public");
  return whole.item.startsWith("three-public/") && part.item !== whole.item;
}

function differentKind(whole: MeasureTemplate, part: MeasureTemplate): boolean {
  if (whole.kind === undefined || part.kind === undefined) return false;
  if (whole.kind === "basic")
    return part.kind !== "personnel" && part.kind !== "operating" && part.kind !== "basic";
  return whole.kind !== part.kind;
}

function differentCode(whole: MeasureTemplate, part: MeasureTemplate): boolean {
  if (whole.functional === undefined || part.functional === undefined) return false;
  return !part.functional.startsWith(whole.functional);
}
