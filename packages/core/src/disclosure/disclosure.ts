import type { Book } from "../book/book.ts";
import type { Fact } from "../fact/fact.ts";
import type { Finding } from "../finding/finding.ts";
import type { Figure } from "../money/figure.ts";
import type { DerivedSection } from "../narrative/derived.ts";
import type { Profile, ProfileTable } from "../profile/profile.ts";
import type { RoundingReceipt } from "../rounding/receipt.ts";
import type { DerivedTable } from "../table/derived.ts";
import type { PerformanceForm } from "../table/performance.ts";
import type { TextVariables } from "../table/text.ts";

/** What one body publishes for one year: every table and sentence, and the facts that their figures state. */
export interface Disclosure {
  readonly profile: Profile;
  readonly book: Book;
  readonly variables: TextVariables;
  readonly tables: readonly DisclosedTable[];
  readonly sections: readonly DerivedSection[];
  /** By id. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** The printed figure of each fact, by the fact's id; a growth on a nil base has none. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Of consistent rounding: which figures differ from conventional rounding, and why. */
  readonly receipt?: RoundingReceipt;
  readonly findings: readonly Finding[];
}

export interface DisclosedTable {
  readonly entry: ProfileTable;
  readonly title: string;
  readonly content:
    | { readonly kind: "table"; readonly table: DerivedTable }
    | { readonly kind: "forms"; readonly forms: readonly PerformanceForm[] };
}
