import type { Place } from "../document/document.ts";
import type { Fen } from "../money/fen.ts";
import type {
  AssetItemId,
  FundId,
  KindId,
  OperatorId,
  PriorItemId,
  PriorKindId,
  ProcurementClassId,
  ProjectRankId,
  RevenueItemId,
  SideId,
  SocialInsuranceFundId,
  UnitTypeId,
} from "./terms.ts";
import type { DirectionId, IndicatorKindId } from "./year-terms.ts";

/** What the department knows and nobody else does. Amounts in fen; totals are never stored. */
export interface Budget {
  readonly department: Department;
  readonly units: readonly Unit[];
  readonly lines: readonly BudgetLine[];
  /** Empty: revenue equals the lines by source, and nothing is carried over to the next year. */
  readonly revenues: readonly Revenue[];
  readonly priorLines: readonly PriorLine[];
  readonly priorItems: readonly PriorItem[];
  readonly projects: readonly Project[];
  readonly indicators: readonly Indicator[];
  readonly procurements: readonly Procurement[];
  readonly assets: readonly Asset[];
  readonly socialInsurance: readonly SocialInsuranceAmount[];
  readonly reasons: readonly Reason[];
  readonly notes: readonly Note[];
}

export interface Department {
  readonly year: number;
  readonly region: string;
  readonly profile: string;
  readonly name: string;
  readonly code?: string;
  readonly mandate: readonly string[];
  readonly structure: readonly string[];
  readonly overallGoal?: string;
  readonly operatingUses?: string;
  readonly assetsAsOf?: string;
  /** ISO dates. */
  readonly approvalDate?: string;
  readonly publicationDate?: string;
  readonly contact: string;
  readonly telephone: string;
}

export interface Unit {
  /** Short name used in the other sheets; unique. */
  readonly id: string;
  readonly name: string;
  readonly code?: string;
  readonly type: UnitTypeId;
  readonly mandate: readonly string[];
  readonly structure: readonly string[];
  /** Of the unit's own disclosure. */
  readonly overallGoal?: string;
}

/** One amount with all its classifications; the atom of the ledger. */
export interface BudgetLine {
  readonly year: number;
  readonly unit: string;
  readonly fund: FundId;
  readonly carryOver: boolean;
  readonly functional: string;
  readonly kind: KindId;
  readonly project?: string;
  readonly departmentEconomic: string;
  readonly governmentEconomic: string;
  readonly procurement?: ProcurementClassId;
  /** The other unit of an internal transfer. */
  readonly counterparty?: string;
  readonly amount: Fen;
  /** The sheet and row it was read from. */
  readonly place?: Place;
}

export interface Revenue {
  readonly unit: string;
  readonly fund: FundId;
  readonly item: RevenueItemId;
  readonly counterparty?: string;
  /** Carry-over to the next year only: the functional item that the money belongs to. */
  readonly functional?: string;
  /** Carry-over to the next year only: the money had itself been carried over from the prior year. */
  readonly carryOver: boolean;
  readonly amount: Fen;
}

export interface PriorLine {
  readonly year: number;
  /** Absent: known for the department as a whole only. */
  readonly unit?: string;
  readonly fund: FundId;
  readonly functional: string;
  readonly kind: PriorKindId;
  readonly amount: Fen;
}

export interface PriorItem {
  readonly year: number;
  readonly unit?: string;
  readonly item: PriorItemId;
  readonly amount: Fen;
}

export interface Project {
  readonly name: string;
  readonly rank: ProjectRankId;
  readonly compiledBy: string;
  readonly supervisedBy: string;
  readonly summary: string;
  readonly basis: string;
  readonly goal: string;
  /** The part of its amount that goes to towns and streets (补助镇街). */
  readonly townSubsidy: Fen;
}

export interface Indicator {
  /** Absent: an indicator of the department, or of the unit, as a whole. */
  readonly project?: string;
  /** Whose indicator as a whole; absent: the department's, or a project's. */
  readonly unit?: string;
  readonly name: string;
  /** Decimal text. */
  readonly weight: string;
  readonly measureUnit: string;
  readonly operator: OperatorId;
  readonly target: string;
  readonly core: boolean;
  /** Absent: to be inferred from name, unit and operator. */
  readonly kind?: IndicatorKindId;
  /** Absent: as the operator says. */
  readonly direction?: DirectionId;
}

export interface Procurement {
  readonly unit: string;
  readonly class: ProcurementClassId;
  readonly name: string;
  /** Decimal text. */
  readonly quantity?: string;
  readonly measureUnit?: string;
  readonly fund: FundId;
  readonly amount: Fen;
  readonly smallBusiness: Fen;
}

export interface Asset {
  readonly unit?: string;
  readonly item: AssetItemId;
  readonly held: number;
  readonly planned: number;
}

export interface SocialInsuranceAmount {
  readonly side: SideId;
  readonly fund: SocialInsuranceFundId;
  readonly amount: Fen;
}

export interface Reason {
  readonly unit?: string;
  /** An id of REASON_SUBJECTS or a functional code. */
  readonly subject: string;
  readonly reason?: string;
  readonly use?: string;
}

export interface Note {
  /** Whose pack prints it; absent: the department's. */
  readonly unit?: string;
  /** A table's id; absent: printed at the end of the narrative. */
  readonly table?: string;
  readonly text: string;
}
