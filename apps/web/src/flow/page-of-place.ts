import type { Anchor, CheckResult } from "@mingzhang/server/api";
import type { Sheets } from "../entry/sheets.ts";
import { pageOfSheet } from "../year/sheet-tabs.ts";

interface Known {
  readonly findings: readonly Pick<CheckResult["findings"][number], "key" | "sheet">[];
  /** Of the budget, and of its year where that is open in the browser. */
  readonly sheets: Sheets;
  readonly yearIsOpen: boolean;
}

/** The page of a budget, as its address goes on, on which a place is shown. */
export function pageOfPlace(anchor: Anchor, known: Known): string {
  switch (anchor.kind) {
    case "budget":
      return "review";
    case "figure":
    case "sentence":
      return "preview";
    case "row":
      return pageOfSheet(anchor.sheet);
    case "finding":
      return pageOfFinding(anchor.key, known);
  }
}

/** Findings come and go: the row that the key names tells what is no longer, or not here, found. */
function pageOfFinding(key: string, { findings, sheets, yearIsOpen }: Known): string {
  const finding = findings.find((one) => one.key === key);
  if (finding !== undefined) return pageOfSheet(finding.sheet ?? "");
  const row = key.split("|")[1] ?? "";
  const sheet = [...sheets].find(([, rows]) => rows.some(({ id }) => id === row))?.[0];
  if (sheet !== undefined) return pageOfSheet(sheet);
  return yearIsOpen && row !== "" ? pageOfSheet("records") : "entry";
}
