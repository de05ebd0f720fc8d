import { entriesOf } from "../../catalogue/catalogue.ts";
import { namesOf } from "../../catalogue/name.ts";
import type { MeasureTemplate } from "../../measure/measure.ts";
import { plain, withoutNumber } from "../text.ts";
import { measureOfWords } from "./words.ts";

/** What the label of a row says by itself, before the table's scope is added. */
export interface LabelMeaning {
  readonly kind: "grand-total" | "subtotal" | "carry-over" | "item" | "unknown";
  readonly measure: MeasureTemplate;
}

const GRAND_TOTAL = /^(?:(?:收入|支出|收支)?(?:总计|合计)|总收入|总支出|(?:收入|支出)预算总计)$/u;
const SUBTOTAL =
  /^(?:本年|当年)(?:收入|支出)?(?:合计|小计)?(?:预算)?$|^小计$|^(?:本年|当年)(?:财政拨款)?(?:收入|支出)(?:合计|小计)?$/u;
const CARRY_IN = /上年(?:结转|结余)|动用上年|年初结转|上年末结转/u;
const CARRY_OUT = /结转(?:和|及|、)?(?:结余)?下年|结转结余下年|年终结转|年末结转/u;

/** The meaning of a row label in a summary of revenue and expenditure; `side` is the side that its column states. */
export function meaningOf(label: string, side?: MeasureTemplate["side"]): LabelMeaning {
  const text = withoutNumber(label);
  if (GRAND_TOTAL.test(text)) return { kind: "grand-total", measure: sideOf(text) };
  if (SUBTOTAL.test(text)) return { kind: "subtotal", measure: { ...sideOf(text), flow: "current" } };
  const words = measureOfWords(text);
  if (CARRY_OUT.test(text))
    return { kind: "carry-over", measure: { ...words, side: "expenditure", flow: "carry-over" } };
  if (CARRY_IN.test(text))
    return { kind: "carry-over", measure: { ...words, side: "revenue", flow: "carry-over" } };
  const functional = side === "revenue" ? undefined : functionalCategory(text);
  if (functional !== undefined) return { kind: "item", measure: { functional } };
  return Object.keys(words).length > 0 ? { kind: "item", measure: words } : { kind: "unknown", measure: {} };
}

function sideOf(text: string): MeasureTemplate {
  if (text.includes("收入")) return { side: "revenue" };
  return text.includes("支出") ? { side: "expenditure" } : {};
}

let categories: ReadonlyMap<string, string> | undefined;

/** The 类 of the functional classification that a label names, by its current or a former name. */
export function functionalCategory(label: string): string | undefined {
  categories ??= new Map(
    entriesOf("functional")
      .filter((entry) => entry.level === 1)
      .flatMap((entry) =>
        namesOf("functional", entry.code).map((name) => [plain(name), entry.code] as const),
      ),
  );
  return categories.get(label);
}
