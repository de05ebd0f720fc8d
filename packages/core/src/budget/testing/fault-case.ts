import type { FaultId } from "../read/fault/fault.ts";
import type { RawSheet } from "../sheet.ts";
import type { Edits } from "./edit.ts";

/** A damaged sample and what reading says of it: the example, the test and the documentation of a fault. */
export interface FaultCase {
  readonly fault: FaultId;
  /** What is damaged, as the end of the sentence “reports …”. */
  readonly name: string;
  readonly edits?: Edits;
  readonly change?: (sheets: readonly RawSheet[]) => readonly RawSheet[];
  /** Chinese message and remedy of every finding, in order. */
  readonly says: readonly string[];
}
