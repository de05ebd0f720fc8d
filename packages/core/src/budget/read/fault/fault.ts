import type { Finding, Level, Text } from "../../../finding/finding.ts";
import { locate, type Spot } from "../spot.ts";
import { CELL_FAULTS } from "./cell-faults.ts";
import { SHEET_FAULTS } from "./sheet-faults.ts";
import { TARGET_FAULTS } from "./target-faults.ts";
import { TIE_FAULTS } from "./tie-faults.ts";
import { YEAR_FAULTS } from "./year-faults.ts";

/** What can be wrong: its level and its sentences, whose {slots} are filled from the case at hand. */
export interface FaultDefinition {
  readonly level: Level;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
}

/** Every fault of a budget's input and of its year's; its rule id is "ledger/" and the key. */
export const FAULTS = {
  ...SHEET_FAULTS,
  ...CELL_FAULTS,
  ...TIE_FAULTS,
  ...TARGET_FAULTS,
  ...YEAR_FAULTS,
} as const satisfies Readonly<Record<string, FaultDefinition>>;
export type FaultId = keyof typeof FAULTS;

type Slot<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Slot<Rest> : never;
type SlotsOf<D extends FaultDefinition> = Slot<D["zh" | "en" | "remedyZh" | "remedyEn"]>;
/** A value for each slot of the fault's sentences: leaving one out does not compile. */
export type FaultData<Id extends FaultId> = Readonly<Record<SlotsOf<(typeof FAULTS)[Id]>, Value>>;
/** A text where the two languages say it differently. */
type Value = string | number | Text;
type Figures = Pick<Finding, "printed" | "expected" | "difference">;

/** A finding together with what orders it among the others. */
export interface Fault {
  readonly spot: Spot;
  readonly finding: Finding;
}

/** Receives the faults of one reading. */
export type Report = (fault: Fault) => void;

/** States a fault at a spot. */
export function fault<Id extends FaultId>(
  id: Id,
  spot: Spot,
  data: FaultData<Id>,
  figures: Figures = {},
): Fault {
  const { level, zh, en, remedyZh, remedyEn }: FaultDefinition = FAULTS[id];
  const at = locate(spot);
  const finding: Finding = {
    rule: `ledger/${id}`,
    level,
    message: { zh: at.zh + fill(zh, data, "zh"), en: at.en + fill(en, data, "en") },
    remedy: { zh: fill(remedyZh, data, "zh"), en: fill(remedyEn, data, "en") },
    ...(spot.place === undefined ? {} : { place: spot.place }),
    ...figures,
  };
  return { spot, finding };
}

function fill(sentence: string, data: Readonly<Record<string, Value>>, language: keyof Text): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = data[name] ?? "";
    return typeof value === "object" ? value[language] : String(value);
  });
}

/** The findings in the order of sheets, rows and columns. */
export function inOrder(faults: readonly Fault[]): readonly Finding[] {
  return [...faults]
    .sort((a, b) => a.spot.sheet - b.spot.sheet || a.spot.row - b.spot.row || a.spot.column - b.spot.column)
    .map(({ finding }) => finding);
}
