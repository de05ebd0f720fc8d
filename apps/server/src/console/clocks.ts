import type { Clock, Obligation } from "../api/index.ts";

/** Dates from which the statutory clocks run; ISO days. */
export interface ClockFacts {
  readonly kind: "department" | "unit";
  readonly approvalDate: string | null;
  /** The day on which the last unit was approved; null while one is missing. */
  readonly unitsApproved: string | null;
  readonly hasUnits: boolean;
  readonly publicationDay: string | null;
}

/** 预算法 14: published within twenty days of the approval. */
const PUBLISH_WITHIN = 20;
/** 预算法 52: the department approves its units within fifteen days of its own approval. */
const APPROVE_WITHIN = 15;

/** The clocks that run or ran, in calendar days. */
export function clocksOf(facts: ClockFacts, today: string): readonly Clock[] {
  const { kind, approvalDate, unitsApproved, hasUnits, publicationDay } = facts;
  if (approvalDate === null) return [];
  const publish = clock("publish", approvalDate, PUBLISH_WITHIN, publicationDay, today, {
    zh:
      kind === "department"
        ? "预算法第十四条：批复后二十日内公开"
        : "预算法实施条例第六条：部门批复后二十日内公开",
    en: "To be published within twenty days of the approval",
  });
  if (kind === "unit" || !hasUnits) return [publish];
  const approve = clock("approve-units", approvalDate, APPROVE_WITHIN, unitsApproved, today, {
    zh: "预算法第五十二条：接到批复后十五日内批复所属单位",
    en: "Units to be approved within fifteen days",
  });
  return [publish, approve];
}

function clock(
  kind: Clock["kind"],
  start: string,
  days: number,
  met: string | null,
  today: string,
  basis: Clock["basis"],
): Clock {
  const due = addDays(start, days);
  return { kind, start, due, met, daysLate: Math.max(0, daysBetween(due, met ?? today)), basis };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Where a body stands with what it must publish. */
export function statusOf({
  exemption,
  state,
  clocks,
  address,
  published,
}: Pick<Obligation, "exemption" | "state" | "clocks" | "address"> & {
  readonly published: boolean;
}): Obligation["status"] {
  if (exemption !== "") return "exempt";
  if (published || address !== "") return "published";
  if (clocks.some(({ kind, met, daysLate }) => kind === "publish" && met === null && daysLate > 0))
    return "late";
  if (state === null) return "not-started";
  return state === "approved" || state === "cleared" || state === "published" ? "approved" : "in-progress";
}
