import type { Text } from "@mingzhang/core";
import type { BudgetAction } from "./permissions.ts";
import type { AnyState } from "./roles.ts";
import { YEAR_TRANSITIONS } from "./year-transitions.ts";

/** What must hold before a step is taken; each is a `Blocker` where it does not. */
export const GATES = [
  /** Reading and checking the budget finds no error. */
  "no-errors",
  "within-ceilings",
  /** Every warning has an explanation. */
  "warnings-explained",
  "comments-resolved",
  /** Not the person who submitted. */
  "another-person",
  /** The request says why. */
  "reason-given",
  /** The request gives the date of the approval (批复). */
  "approval-date-given",
  /** The confidentiality scan's findings were acknowledged one by one. */
  "scan-acknowledged",
  /** Budget and year are read without an error. */
  "year-readable",
  /** Every light of the profile's rounds since the approval has the answers that it demands. */
  "lights-answered",
  /** Every indicator has an actual value, and what is missed or hardly executed a reason. */
  "misses-explained",
  /** Not the person who submitted the self-evaluation. */
  "another-person-evaluated",
  /** What the scan finds in the texts of the self-evaluation was acknowledged one by one. */
  "evaluation-scan-acknowledged",
] as const;
export type Gate = (typeof GATES)[number];

/** The actions that are steps. */
export const STEP_ACTIONS = [
  "submit",
  "withdraw",
  "sign",
  "return",
  "accept",
  "issue",
  "approve",
  "clear",
  "publish",
  "correct",
  "submit-evaluation",
  "withdraw-evaluation",
  "sign-evaluation",
  "return-evaluation",
  "forward-evaluation",
  "accept-evaluation",
  "publish-evaluation",
] as const satisfies readonly BudgetAction[];
export type StepAction = (typeof STEP_ACTIONS)[number];

export interface Transition {
  readonly action: StepAction;
  readonly text: Text;
  readonly steps: readonly (readonly [from: AnyState, to: AnyState])[];
  readonly gates: readonly Gate[];
}

/** The state machine of a budget, and beside it that of its year, which begins when the budget is approved. */
export const TRANSITIONS: readonly Transition[] = [
  {
    action: "submit",
    text: { zh: "提交审核", en: "Submit" },
    steps: [
      ["first-draft", "first-signing"],
      ["second-draft", "second-signing"],
      ["correction-draft", "correction-signing"],
    ],
    gates: ["no-errors", "within-ceilings"],
  },
  {
    action: "withdraw",
    text: { zh: "撤回", en: "Withdraw" },
    steps: [
      ["first-signing", "first-draft"],
      ["second-signing", "second-draft"],
      ["correction-signing", "correction-draft"],
    ],
    gates: [],
  },
  {
    action: "sign",
    text: { zh: "审核签字", en: "Sign" },
    steps: [
      ["first-signing", "first-review"],
      ["second-signing", "second-review"],
      ["correction-signing", "approved"],
    ],
    gates: ["another-person", "no-errors", "within-ceilings"],
  },
  {
    action: "return",
    text: { zh: "退回", en: "Return" },
    steps: [
      ["first-signing", "first-draft"],
      ["second-signing", "second-draft"],
      ["correction-signing", "correction-draft"],
      ["first-review", "first-draft"],
      ["second-review", "second-draft"],
      ["approved", "correction-draft"],
      ["cleared", "correction-draft"],
    ],
    gates: ["reason-given"],
  },
  {
    action: "accept",
    text: { zh: "收取一上", en: "Accept the first submission" },
    steps: [["first-review", "first-accepted"]],
    gates: ["no-errors"],
  },
  {
    action: "issue",
    text: { zh: "下达控制数（一下）", en: "Issue the ceilings" },
    steps: [["first-accepted", "second-draft"]],
    gates: [],
  },
  {
    action: "approve",
    text: { zh: "批复（二下）", en: "Approve" },
    steps: [["second-review", "approved"]],
    gates: ["approval-date-given", "no-errors", "within-ceilings", "warnings-explained", "comments-resolved"],
  },
  {
    action: "clear",
    text: { zh: "保密审查通过", en: "Clear" },
    steps: [["approved", "cleared"]],
    gates: ["scan-acknowledged"],
  },
  {
    action: "publish",
    text: { zh: "公开", en: "Publish" },
    steps: [["cleared", "published"]],
    gates: ["no-errors", "warnings-explained", "comments-resolved"],
  },
  {
    action: "correct",
    text: { zh: "更正", en: "Correct" },
    steps: [["published", "correction-draft"]],
    gates: ["reason-given"],
  },
  ...YEAR_TRANSITIONS,
];

/** The state that an action leads to, or undefined where it is not possible. */
export function nextState(action: StepAction, from: AnyState): AnyState | undefined {
  return TRANSITIONS.find((transition) => transition.action === action)?.steps.find(
    ([state]) => state === from,
  )?.[1];
}
