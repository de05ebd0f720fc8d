import type { Route } from "./route.ts";
import { BODY_ROUTES } from "./routes/bodies.ts";
import { BUDGET_ROUTES } from "./routes/budgets.ts";
import { CHECK_SHEETS_ROUTES } from "./routes/check-sheets.ts";
import {
  JOB_ROUTES,
  OBLIGATION_ROUTES,
  PUBLICATION_ROUTES,
  SYSTEM_ROUTES,
  UPLOAD_ROUTES,
} from "./routes/console.ts";
import { ENTRY_ROUTES } from "./routes/entry.ts";
import { COMMENT_ROUTES, CONTROL_ROUTES, HISTORY_ROUTES } from "./routes/review.ts";
import { PEOPLE_ROUTES, SESSION_ROUTES } from "./routes/session.ts";
import { YEAR_ROUTES } from "./routes/year.ts";

/** The whole HTTP interface, by the id of each call. */
export const ROUTES = {
  ...SYSTEM_ROUTES,
  ...SESSION_ROUTES,
  ...PEOPLE_ROUTES,
  ...BODY_ROUTES,
  ...BUDGET_ROUTES,
  ...ENTRY_ROUTES,
  ...COMMENT_ROUTES,
  ...CONTROL_ROUTES,
  ...HISTORY_ROUTES,
  ...PUBLICATION_ROUTES,
  ...UPLOAD_ROUTES,
  ...CHECK_SHEETS_ROUTES,
  ...OBLIGATION_ROUTES,
  ...JOB_ROUTES,
  ...YEAR_ROUTES,
} as const satisfies Readonly<Record<string, Route>>;

export type RouteId = keyof typeof ROUTES;
