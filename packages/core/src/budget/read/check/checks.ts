import { checkBalance } from "./balance.ts";
import type { Check } from "./check.ts";
import { checkCounterparts } from "./counterparts.ts";
import { checkDuplicates } from "./duplicates.ts";
import { checkGoals } from "./goals.ts";
import { checkIndicators } from "./indicators.ts";
import { checkProcurement } from "./procurement.ts";
import { checkProjects } from "./projects.ts";
import { checkRevenues } from "./revenues.ts";
import { checkSubjects } from "./subjects.ts";
import { checkTargets } from "./targets.ts";
import { checkTransfers } from "./transfers.ts";
import { checkYears } from "./years.ts";

/** Every check between rows and sheets. */
export const CHECKS: readonly Check[] = [
  checkYears,
  checkDuplicates,
  checkCounterparts,
  checkProjects,
  checkRevenues,
  checkTransfers,
  checkBalance,
  checkProcurement,
  checkIndicators,
  checkGoals,
  checkTargets,
  checkSubjects,
];
