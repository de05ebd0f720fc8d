import { describeQuantity } from "../../packages/core/src/inspect/describe.ts";
import { bind, type MeasureTemplate } from "../../packages/core/src/measure/measure.ts";

/** What a measure of a definition measures, in words; blank where it takes everything from its surroundings. */
export function measureText(measure: MeasureTemplate | undefined): string {
  if (measure === undefined || Object.keys(measure).length === 0) return "";
  const words = describeQuantity({ kind: "amount", measure: bind(measure, "department", 0) });
  return words
    .replace(/^0年 ?/u, "")
    .replace(/^-1年 ?/u, "上年 ")
    .trim();
}
