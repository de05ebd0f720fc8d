import type { FaultId } from "../read/fault/fault.ts";
import type { RawSheet } from "../sheet.ts";
import type { TextRecord } from "../write/records.ts";
import type { Edits } from "./edit.ts";

/** A damaged sample and what reading says of it: the example, the test and the documentation of a fault. */
export interface FaultCase {
  readonly fault: FaultId;
  /** What is damaged, as the end of the sentence “reports …”. */
  readonly name: string;
  readonly edits?: Edits;
  readonly change?: (sheets: readonly RawSheet[]) => readonly RawSheet[];
  /** Rows of the year's sheets, by sheet and column id; the sample is then read together with its year. */
  readonly year?: YearRows;
  /** Chinese message and remedy of every finding, in order. */
  readonly says: readonly string[];
}

export type YearRows = Readonly<Record<string, readonly TextRecord[]>>;
