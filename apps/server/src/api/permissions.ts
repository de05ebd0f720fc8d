import { type AnyState, type Relation, type Role, STATES, type State, YEAR_STATES } from "./roles.ts";

/** What can be done in the year of an approved budget, by the state of that year. */
export const YEAR_ACTIONS = [
  "record",
  "keep-participants",
  "review-as-department",
  "review-as-bureau",
  "submit-evaluation",
  "withdraw-evaluation",
  "sign-evaluation",
  "return-evaluation",
  "forward-evaluation",
  "accept-evaluation",
  "publish-evaluation",
] as const;
/** What can be done. Those of `BUDGET_ACTIONS` depend on the state of a budget, the others on the body only. */
export const BUDGET_ACTIONS = [
  "read",
  "history",
  "edit",
  "explain",
  "consolidate",
  "comment",
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
  ...YEAR_ACTIONS,
] as const;
export const BODY_ACTIONS = [
  "open-budget",
  "set-ceiling",
  "read-ceiling",
  "upload-pack",
  "read-pack",
  "track-finding",
  "read-obligation",
  "set-obligation",
  "manage-people",
  "manage-bodies",
] as const;
export const ACTIONS = [...BUDGET_ACTIONS, ...BODY_ACTIONS] as const;
export type YearAction = (typeof YEAR_ACTIONS)[number];
export type BudgetAction = (typeof BUDGET_ACTIONS)[number];
export type BodyAction = (typeof BODY_ACTIONS)[number];
export type Action = BudgetAction | BodyAction;

/** A role may do these actions on budgets in these states (all where left out) of bodies that stand so. */
export interface Grant {
  readonly role: Role;
  readonly actions: readonly Action[];
  readonly relations: readonly Exclude<Relation, "other">[];
  readonly states?: readonly AnyState[];
}

const DRAFTS: readonly State[] = ["first-draft", "second-draft", "correction-draft"];
const SIGNINGS: readonly State[] = ["first-signing", "second-signing", "correction-signing"];
const REVIEWS: readonly State[] = ["first-review", "second-review"];
/** A superior sees a budget once its own head has signed it, never a draft of the first submission. */
const SUBMITTED: readonly State[] = STATES.filter(
  (state) => state !== "first-draft" && state !== "first-signing",
);

/**
 * The authorisation table. The database enforces it by row-level security from its copy of these rows; who may read
 * nothing of a body learns nothing of its budgets.
 */
export const GRANTS: readonly Grant[] = [
  {
    role: "editor",
    actions: ["read", "history", "read-ceiling", "open-budget", "read-pack", "read-obligation"],
    relations: ["own"],
  },
  { role: "editor", actions: ["edit", "explain", "submit"], relations: ["own"], states: DRAFTS },
  { role: "editor", actions: ["withdraw"], relations: ["own"], states: SIGNINGS },
  { role: "editor", actions: ["correct"], relations: ["own"], states: ["published"] },
  { role: "editor", actions: ["comment"], relations: ["own"] },
  { role: "editor", actions: ["record", "submit-evaluation"], relations: ["own"], states: ["year-open"] },
  { role: "editor", actions: ["withdraw-evaluation"], relations: ["own"], states: ["evaluation-signing"] },
  /** Names of persons are nobody else's, in whatever state, and can always be deleted. */
  { role: "editor", actions: ["keep-participants"], relations: ["own"] },

  {
    role: "head",
    actions: ["read", "history", "comment", "read-ceiling", "read-pack", "read-obligation"],
    relations: ["own"],
  },
  { role: "head", actions: ["sign"], relations: ["own"], states: SIGNINGS },
  { role: "head", actions: ["return"], relations: ["own"], states: [...SIGNINGS, "approved", "cleared"] },
  { role: "head", actions: ["sign-evaluation"], relations: ["own"], states: ["evaluation-signing"] },
  {
    role: "head",
    actions: ["return-evaluation"],
    relations: ["own"],
    states: ["evaluation-signing", "evaluation-accepted"],
  },
  { role: "head", actions: ["keep-participants"], relations: ["own"] },

  {
    role: "department",
    actions: ["read", "history", "comment", "read-ceiling", "read-pack", "read-obligation", "open-budget"],
    relations: ["own"],
  },
  { role: "department", actions: ["consolidate"], relations: ["own"], states: DRAFTS },
  { role: "department", actions: ["read", "history", "comment"], relations: ["below"], states: SUBMITTED },
  { role: "department", actions: ["return"], relations: ["below"], states: REVIEWS },
  { role: "department", actions: ["accept"], relations: ["below"], states: ["first-review"] },
  { role: "department", actions: ["issue"], relations: ["below"], states: ["first-accepted"] },
  { role: "department", actions: ["approve"], relations: ["below"], states: ["second-review"] },
  {
    role: "department",
    actions: ["open-budget", "set-ceiling", "read-ceiling", "read-pack", "read-obligation"],
    relations: ["below"],
  },
  {
    role: "department",
    actions: ["review-as-department", "return-evaluation", "forward-evaluation"],
    relations: ["own", "below"],
    states: ["evaluation-review"],
  },

  { role: "bureau", actions: ["read", "history", "comment"], relations: ["below"], states: SUBMITTED },
  { role: "bureau", actions: ["return"], relations: ["below"], states: REVIEWS },
  { role: "bureau", actions: ["accept"], relations: ["below"], states: ["first-review"] },
  { role: "bureau", actions: ["issue"], relations: ["below"], states: ["first-accepted"] },
  { role: "bureau", actions: ["approve"], relations: ["below"], states: ["second-review"] },
  {
    role: "bureau",
    actions: [
      "open-budget",
      "set-ceiling",
      "read-ceiling",
      "upload-pack",
      "read-pack",
      "track-finding",
      "read-obligation",
      "set-obligation",
    ],
    relations: ["below"],
  },
  /** Where a department does not review, the bureau takes it on. */
  { role: "bureau", actions: ["forward-evaluation"], relations: ["below"], states: ["evaluation-review"] },
  {
    role: "bureau",
    actions: ["review-as-bureau", "accept-evaluation"],
    relations: ["below"],
    states: ["evaluation-bureau"],
  },
  {
    role: "bureau",
    actions: ["return-evaluation"],
    relations: ["below"],
    states: ["evaluation-review", "evaluation-bureau", "evaluation-accepted", "evaluation-published"],
  },

  {
    role: "confidentiality",
    actions: ["read", "comment"],
    relations: ["own"],
    states: ["approved", "cleared", "published"],
  },
  { role: "confidentiality", actions: ["clear", "return"], relations: ["own"], states: ["approved"] },

  {
    role: "publisher",
    actions: ["read"],
    relations: ["own"],
    states: ["approved", "cleared", "published"],
  },
  { role: "publisher", actions: ["publish"], relations: ["own"], states: ["cleared"] },
  { role: "publisher", actions: ["publish-evaluation"], relations: ["own"], states: ["evaluation-accepted"] },
  { role: "publisher", actions: ["read-obligation", "read-pack"], relations: ["own"] },

  {
    role: "auditor",
    actions: ["read", "history", "read-ceiling", "read-pack", "read-obligation"],
    relations: ["own", "below"],
  },

  { role: "administrator", actions: ["manage-people", "manage-bodies"], relations: ["own", "below"] },
];

export interface Permission {
  readonly role: Role;
  readonly action: Action;
  readonly relation: Exclude<Relation, "other">;
  /** "*" for actions that no budget's state decides. */
  readonly state: AnyState | "*";
}

/** The grants as single rows: role × action × state × relation. */
export const PERMISSIONS: readonly Permission[] = GRANTS.flatMap(({ role, actions, relations, states }) =>
  actions.flatMap((action) =>
    relations.flatMap((relation) =>
      statesOf(action, states).map((state): Permission => ({ role, action, relation, state })),
    ),
  ),
);

function statesOf(action: Action, states: readonly AnyState[] | undefined): readonly (AnyState | "*")[] {
  if (!isBudgetAction(action)) return ["*"];
  return states ?? (isYearAction(action) ? YEAR_STATES : STATES);
}

export function isYearAction(action: Action): action is YearAction {
  return (YEAR_ACTIONS as readonly Action[]).includes(action);
}

export function isBudgetAction(action: Action): action is BudgetAction {
  return (BUDGET_ACTIONS as readonly Action[]).includes(action);
}

/**
 * Whether one of these memberships permits an action on a budget in these states, its own and its year's; the web hides
 * what is not permitted, the server refuses it.
 */
export function permits(
  held: readonly { readonly role: Role; readonly relation: Relation }[],
  action: Action,
  ...states: readonly AnyState[]
): boolean {
  return PERMISSIONS.some(
    (permission) =>
      permission.action === action &&
      (permission.state === "*" || states.includes(permission.state)) &&
      held.some(({ role, relation }) => role === permission.role && relation === permission.relation),
  );
}
