import type { FactBook } from "../fact/fact-book.ts";
import type { DerivedTable } from "../table/derived.ts";

/** What rounding looks at in one body's disclosure before its figures are decided. */
export interface RoundingDraft {
  readonly body: string;
  readonly facts: FactBook;
  readonly tables: readonly DerivedTable[];
  /** Ids of the facts that stand on the page; others only stand behind them. */
  readonly printed: ReadonlySet<string>;
  /** A body that publishes nothing itself: its figures may differ from conventional rounding as they like. */
  readonly unpublished?: true;
}
