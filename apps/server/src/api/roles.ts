import type { Text } from "@mingzhang/core";

/** What a person is at a body. */
export const ROLES = [
  "editor",
  "head",
  "department",
  "bureau",
  "confidentiality",
  "publisher",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_TEXTS: Readonly<Record<Role, Text>> = {
  editor: { zh: "经办", en: "Editor" },
  head: { zh: "审核", en: "Head" },
  department: { zh: "主管部门", en: "Supervising department" },
  bureau: { zh: "财政审核", en: "Finance bureau" },
  confidentiality: { zh: "保密审查", en: "Confidentiality review" },
  publisher: { zh: "公开", en: "Publisher" },
  auditor: { zh: "审计", en: "Auditor" },
  administrator: { zh: "管理员", en: "Administrator" },
};

/**
 * Where a body stands as seen from the body of a membership: the same, anywhere below it, or elsewhere. Nothing is
 * ever granted on "other".
 */
export const RELATIONS = ["own", "below", "other"] as const;
export type Relation = (typeof RELATIONS)[number];

/** Where a budget stands in the round trip 一上 → 一下 → 二上 → 二下. */
export const STATES = [
  "first-draft",
  "first-signing",
  "first-review",
  "first-accepted",
  "second-draft",
  "second-signing",
  "second-review",
  "approved",
  "cleared",
  "published",
  "correction-draft",
  "correction-signing",
] as const;
export type State = (typeof STATES)[number];

/** Where the year of an approved budget stands, from recording to the published self-evaluation (绩效自评). */
export const YEAR_STATES = [
  "year-open",
  "evaluation-signing",
  "evaluation-review",
  "evaluation-bureau",
  "evaluation-accepted",
  "evaluation-published",
] as const;
export type YearState = (typeof YEAR_STATES)[number];

/** No state of a budget is called like one of its year, so that a right or a step names one or the other. */
export type AnyState = State | YearState;

export const STATE_TEXTS: Readonly<Record<AnyState, Text>> = {
  "first-draft": { zh: "一上编报", en: "First submission: drafting" },
  "first-signing": { zh: "一上待单位负责人审核", en: "First submission: awaiting the head" },
  "first-review": { zh: "一上待上级审核", en: "First submission: under review" },
  "first-accepted": {
    zh: "一上已收，待下达控制数（一下）",
    en: "First submission accepted, awaiting ceilings",
  },
  "second-draft": { zh: "一下已达，二上编报", en: "Second submission: drafting" },
  "second-signing": { zh: "二上待单位负责人审核", en: "Second submission: awaiting the head" },
  "second-review": { zh: "二上待上级审核", en: "Second submission: under review" },
  approved: { zh: "已批复（二下），待保密审查", en: "Approved, awaiting confidentiality review" },
  cleared: { zh: "保密审查通过，待公开", en: "Cleared for publication" },
  published: { zh: "已公开", en: "Published" },
  "correction-draft": { zh: "更正编报", en: "Correction: drafting" },
  "correction-signing": { zh: "更正待单位负责人审核", en: "Correction: awaiting the head" },
  "year-open": { zh: "年度登记、监控和自评", en: "The year: recording, monitoring, self-evaluation" },
  "evaluation-signing": { zh: "自评待单位负责人审核", en: "Self-evaluation: awaiting the head" },
  "evaluation-review": { zh: "自评待主管部门复核", en: "Self-evaluation: reviewed by the department" },
  "evaluation-bureau": { zh: "自评待财政部门复核", en: "Self-evaluation: reviewed by the bureau" },
  "evaluation-accepted": { zh: "自评复核完毕，待公开", en: "Self-evaluation accepted, to be published" },
  "evaluation-published": { zh: "自评已公开", en: "Self-evaluation published" },
};
