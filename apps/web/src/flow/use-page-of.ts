import type { Anchor } from "@mingzhang/server/api";
import { useCallback } from "react";
import type { OpenBudget } from "../budgets/open-budget.ts";
import { pageOfPlace } from "./page-of-place.ts";

/** The page of a place of the budget that is open. */
export function usePageOf({ head, entry, live }: Pick<OpenBudget, "head" | "entry" | "live">) {
  const findings = live.checked?.findings;
  const { sheets } = entry.state;
  const yearIsOpen = head.yearState !== null;
  return useCallback(
    (anchor: Anchor) => pageOfPlace(anchor, { findings: findings ?? [], sheets, yearIsOpen }),
    [findings, sheets, yearIsOpen],
  );
}
