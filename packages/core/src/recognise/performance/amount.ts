import type { Cell } from "../../document/document.ts";
import type { PerformanceAmount } from "../../pack/performance-form.ts";
import { parsePrinted } from "../number.ts";
import { plain } from "../text.ts";

type AmountUnit = "yuan" | "wan-yuan";

/** The unit that printed words state, if any. */
export function unitOfWords(text: string): AmountUnit | undefined {
  const words = plain(text);
  if (/万元/u.test(words)) return "wan-yuan";
  return /\((?:单位:)?元\)|单位:(?:人民币)?元/u.test(words) ? "yuan" : undefined;
}

export interface AmountContext {
  readonly id: string;
  readonly role: PerformanceAmount["role"];
  readonly group: number;
  readonly label: string;
  /** Texts that may state the unit, the nearest first. */
  readonly near: readonly string[];
  readonly usualUnit: AmountUnit;
}

/** Reads an amount of a form; undefined when something else than a figure is printed. */
export function readAmount(cell: Cell | undefined, context: AmountContext): PerformanceAmount | undefined {
  const text = cell?.text.trim() ?? "";
  const bare = plain(text).replace(/(?:万元|元)$/u, "");
  const number = parsePrinted(bare);
  if (number === undefined && !/^[-—–/]*$/u.test(bare)) return undefined;
  const stated = [text, ...context.near].map(unitOfWords).find((found) => found !== undefined);
  const { id, role, group, label, usualUnit } = context;
  const unit = plain(text).endsWith("元") && !plain(text).endsWith("万元") ? "yuan" : (stated ?? usualUnit);
  return {
    id,
    role,
    group,
    label: plain(label).replace(/[:：]$/u, ""),
    text,
    unitAssumed: stated === undefined && !plain(text).endsWith("元"),
    period: /实施期|项目资金总额/u.test(plain(label)),
    ...(number === undefined ? {} : { figure: { unit, decimals: number.decimals, scaled: number.scaled } }),
    ...(cell?.place === undefined ? {} : { place: cell.place }),
  };
}
