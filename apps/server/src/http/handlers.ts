import { BODY_HANDLERS } from "../bodies/handlers.ts";
import { BUDGET_HANDLERS } from "../budgets/handlers.ts";
import { CONSOLE_HANDLERS } from "../console/handlers.ts";
import { ENTRY_HANDLERS } from "../entry/handlers.ts";
import { PEOPLE_HANDLERS } from "../people/handlers.ts";
import { REVIEW_HANDLERS } from "../review/handlers.ts";
import { SESSION_HANDLERS } from "../session/handlers.ts";
import { YEAR_HANDLERS } from "../year/handlers.ts";
import type { Handlers } from "./handler.ts";

/** What answers each call. */
export const HANDLERS: Handlers = {
  ...SESSION_HANDLERS,
  ...PEOPLE_HANDLERS,
  ...BODY_HANDLERS,
  ...BUDGET_HANDLERS,
  ...ENTRY_HANDLERS,
  ...REVIEW_HANDLERS,
  ...CONSOLE_HANDLERS,
  ...YEAR_HANDLERS,
};

/** Calls whose handlers look at the right themselves, because it depends on the body of the request. */
export const SELF_AUTHORISED: ReadonlySet<string> = new Set(["edit", "openBudget", "importWorkbook"]);
