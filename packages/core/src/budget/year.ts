import type { Place } from "../document/document.ts";
import type { Fen } from "../money/fen.ts";
import type { OperatorId } from "./terms.ts";
import type {
  AchievementId,
  AdjustmentKindId,
  CountingMethodId,
  DisclosedDocumentId,
  EvidenceKindId,
  ReviewLevelId,
} from "./year-terms.ts";

/**
 * What happened in the year of an approved budget (绩效管理): its changes, payments, evidence, monitoring and
 * evaluation. Amounts in fen, dates ISO; numbers that are no money are decimal text. Names of persons are not here:
 * their sheet is never part of what is computed.
 */
export interface PerformanceYear {
  readonly adjustments: readonly AdjustmentLine[];
  readonly payments: readonly Payment[];
  readonly records: readonly EvidenceRecord[];
  readonly countings: readonly Counting[];
  readonly progress: readonly Progress[];
  readonly targetChanges: readonly TargetChange[];
  readonly evaluations: readonly Evaluation[];
  readonly reviews: readonly Review[];
  readonly disclosures: readonly DisclosureRecord[];
}

/** One line of an adjustment document. */
export interface AdjustmentLine {
  readonly document: string;
  readonly kind: AdjustmentKindId;
  /** From this date on the budget is the adjusted one. */
  readonly date: string;
  readonly approval?: string;
  readonly unit: string;
  /** Absent: basic expenditure. */
  readonly project?: string;
  readonly departmentEconomic: string;
  /** What the budget grows by; negative where it shrinks. */
  readonly change: Fen;
  readonly reason: string;
  readonly filingDate?: string;
  readonly filingNumber?: string;
}

export interface Payment {
  readonly date: string;
  readonly unit: string;
  readonly project?: string;
  readonly departmentEconomic: string;
  /** Negative: paid back. */
  readonly amount: Fen;
  readonly voucher?: string;
}

/** One record of the evidence register (绩效佐证台账). */
export interface EvidenceRecord {
  readonly number?: string;
  readonly date: string;
  readonly kind: EvidenceKindId;
  /** Absent: of the department as a whole. */
  readonly project?: string;
  readonly matter: string;
  readonly place?: string;
  readonly count?: string;
  readonly measureUnit?: string;
  /** Of `due`, how many were satisfied, reached, in order. */
  readonly reached?: string;
  readonly due?: string;
  readonly amount: Fen;
  readonly attachment?: string;
  readonly attachmentSha256?: string;
  readonly recordedBy?: string;
  /** Where it was entered. */
  readonly source?: Place;
}

/** An indicator of a project, or of the department as a whole. */
export interface IndicatorReference {
  readonly project?: string;
  readonly indicator: string;
}

/** How the actual value of an indicator is counted from the register. */
export interface Counting extends IndicatorReference {
  readonly method: CountingMethodId;
  readonly kind?: EvidenceKindId;
  /** Only records whose matter contains it. */
  readonly matter?: string;
  readonly sourceProject?: string;
}

/** What was said of an indicator, or without one of a project's execution, at a monitoring date. */
export interface Progress {
  readonly date: string;
  readonly project?: string;
  readonly indicator?: string;
  readonly actual?: string;
  readonly achievement?: AchievementId;
  readonly reason?: string;
  readonly forecast?: string;
  readonly measure?: string;
  readonly measureDue?: string;
  readonly measureDone?: string;
}

/** A target changed after approval; without an indicator: the project's targets stay, for the reason given. */
export interface TargetChange {
  readonly document: string;
  readonly date: string;
  readonly project?: string;
  readonly indicator?: string;
  readonly operator?: OperatorId;
  readonly target?: string;
  readonly reason: string;
  readonly approval?: string;
}

/** What the body says of an indicator at the year's end; without one, of the project or the whole. */
export interface Evaluation {
  readonly project?: string;
  readonly indicator?: string;
  readonly actual?: string;
  readonly achievement?: AchievementId;
  /** Of a qualitative target: percent of its weight, within its grade. */
  readonly share?: string;
  readonly reason?: string;
  readonly improvement?: string;
  readonly summary?: string;
}

/** A score that the department or the bureau gives instead; without an indicator: of the execution. */
export interface Review {
  readonly level: ReviewLevelId;
  readonly project?: string;
  readonly indicator?: string;
  readonly score: string;
  readonly comment?: string;
}

/** A document that had to be published, and when it was. */
export interface DisclosureRecord {
  readonly document: DisclosedDocumentId;
  readonly approvalDate: string;
  readonly publicationDate?: string;
  readonly address?: string;
}
