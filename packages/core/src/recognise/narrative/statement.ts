import type { MeasureTemplate } from "../../measure/measure.ts";
import type { Mention } from "./mention.ts";

/** What a figure is compared with: the words, and the year and stage that they name. */
export interface Base {
  readonly text: string;
  readonly year?: number;
  readonly relative?: -1 | 0;
  readonly stage?: "executed" | "final" | "adjusted";
}

export type Direction = "up" | "down" | "same" | "residue";

/** One comparison of a statement with an earlier figure. */
export interface Comparison {
  readonly base?: Base;
  readonly baseAmount?: Mention;
  readonly direction?: Direction;
  /** The words of direction as printed. */
  readonly word?: string;
  readonly change?: Mention;
  readonly growth?: Mention;
  /** Direction and words of the growth, where it has words of its own. */
  readonly growthDirection?: Direction;
  readonly growthWord?: string;
  /** Where the words of the comparison begin and end in the compact text. */
  readonly start: number;
  readonly end: number;
  /** Whether the words do not tell which figure of the paragraph is compared. */
  readonly unsure: boolean;
}

export interface Share {
  readonly figure: Mention;
  /** Of what, as printed; empty where the words do not say. */
  readonly of: string;
}

/** A clause that states a figure: its subject, its amount, what it is compared with, and its parts. */
export interface Statement {
  readonly id: number;
  readonly paragraph: number;
  /** Positions in the compact text of the paragraph. */
  readonly start: number;
  readonly end: number;
  /** The words in front of the amount. */
  readonly subject: string;
  /** The words that say what it is where the subject does not: the paragraph's beginning, or the heading. */
  readonly topic: string;
  readonly amount?: Mention;
  readonly comparisons: readonly Comparison[];
  /** Amounts of an earlier year that the item states for itself: 2025年预算执行数为… */
  readonly earlier: readonly { readonly base: Base; readonly amount: Mention }[];
  readonly share?: Share;
  /** The statement that this one is a part of. */
  readonly whole?: number;
  /** The statement of the same item at the head of the paragraph, where this one says its figure again. */
  readonly restates?: number;
  readonly year?: number;
  readonly role: "head" | "change-only" | "reason" | "detail";
  readonly reason?: { readonly start: number; readonly end: number };
  readonly measure: MeasureTemplate;
}
