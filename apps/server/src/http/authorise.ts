import { type Action, isBudgetAction, type Route } from "../api/index.ts";
import type { SessionOwner, Transaction } from "../database/database.ts";
import { Refusal, refuse } from "./refusal.ts";
import type { SecuritySettings } from "./security-settings.ts";

/** A person with a one-time password may only change it. */
const WITH_ONE_TIME_PASSWORD: ReadonlySet<string> = new Set(["me", "changePassword", "signOut"]);
/** Whoever lacks the second factor that their role needs may only set it up. */
const WITHOUT_SECOND_FACTOR: ReadonlySet<string> = new Set([
  ...WITH_ONE_TIME_PASSWORD,
  "prepareTotp",
  "confirmTotp",
]);

/** Whether the session may be used for a call at all. */
export function admit(id: string, { access }: Route, owner: SessionOwner | undefined): SessionOwner {
  if (owner === undefined) {
    if (access === "anyone") return { personId: "", csrf: "", oneTime: false, expiresAt: "" };
    throw refuse("unauthenticated");
  }
  if (owner.oneTime && !WITH_ONE_TIME_PASSWORD.has(id)) throw refuse("forbidden");
  return owner;
}

/** Refuses whoever has a role that needs one-time codes and has not set them up. */
export async function requireSecondFactor(
  sql: Transaction,
  id: string,
  { secondFactor }: SecuritySettings,
): Promise<void> {
  if (secondFactor.length === 0 || WITHOUT_SECOND_FACTOR.has(id)) return;
  const state = await sql.row("select lacks_second_factor($1) as lacks", [secondFactor]);
  if (state?.lacks !== true) return;
  throw new Refusal("forbidden", {
    zh: "您的角色须用两步登录：请先在“我的账号”启用动态口令。",
    en: "Your role needs two-step sign-in: turn one-time codes on first.",
  });
}

/** Whether the person holds the action that a call needs, on the budget or body that its path names. */
export async function authorise(
  sql: Transaction,
  { access }: Route,
  params: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (access === "anyone" || access === "signed-in") return;
  if (typeof params.budget === "string") return onBudget(sql, access, params.budget);
  if (typeof params.body === "string") return onBody(sql, access, params.body);
  const held = await sql.row("select cardinality(bodies_for($1)) > 0 as held", [access]);
  if (held?.held !== true) throw refuse("forbidden");
}

/** What is not visible is not found; what is visible but not permitted is forbidden. */
export async function onBudget(sql: Transaction, action: Action, budget: string): Promise<void> {
  const row = await sql.row("select may($1, id) as may from budget where id = $2", [action, budget]);
  if (row === undefined) throw refuse("not-found");
  if (row.may !== true) throw refuse("forbidden");
}

export async function onBody(sql: Transaction, action: Action, body: string): Promise<void> {
  if (isBudgetAction(action)) throw new Error(`${action} is not of bodies`);
  const row = await sql.row("select may_on_body($1, id) as may from body where id = $2", [action, body]);
  if (row === undefined) throw refuse("not-found");
  if (row.may !== true) throw refuse("forbidden");
}
