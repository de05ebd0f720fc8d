import { BUDGET_SHEETS, YEAR_SHEETS } from "@mingzhang/core";
import type { CheckWork } from "../budgets/checked.ts";
import type { ScanFinding } from "../budgets/checks.ts";
import { readSheets } from "../entry/sheets.ts";

/** Sheets of which texts are printed with a self-evaluation; vouchers and places of evidence are not. */
const PRINTED: ReadonlySet<string> = new Set([
  "projects",
  "indicators",
  "adjustments",
  "progress",
  "target-changes",
  "evaluations",
  "reviews",
]);

/** Looks through what a self-evaluation prints for what must not be published. */
export function scanEvaluation(work: CheckWork, budget: string): Promise<readonly ScanFinding[]> {
  return work.outside(`scan-year/${budget}`, async () => {
    const schemas = [...BUDGET_SHEETS, ...YEAR_SHEETS].filter(({ id }) => PRINTED.has(id));
    const content = JSON.stringify(await readSheets(work.sql, budget, schemas));
    return () => work.services.checks.scan({ content, unit: undefined });
  });
}
