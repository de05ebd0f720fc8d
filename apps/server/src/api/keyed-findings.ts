import type { Finding, Level } from "@mingzhang/core";
import { entryOf } from "./raw-sheets.ts";
import type { CheckResult } from "./routes/budgets.ts";
import type { Row } from "./routes/entry.ts";

/** Sheets with their rows as they are entered. */
export type EnteredRows = readonly {
  readonly sheet: string;
  readonly rows: readonly Pick<Row, "id" | "cells">[];
}[];
export type KeyedFinding = CheckResult["findings"][number];

export interface KeyedFindings {
  /** The gravest first. */
  readonly findings: readonly KeyedFinding[];
  readonly counts: CheckResult["counts"];
}

const ORDER: Readonly<Record<Level, number>> = { error: 0, warning: 1, notice: 2 };

/** Findings of reading sheets, each with the entry that it concerns. */
export function keyFindings(findings: readonly Finding[], sheets: EnteredRows): KeyedFindings {
  const keyed = findings.map((finding) => keyedFinding(finding, sheets));
  const count = (level: Level) => keyed.filter((finding) => finding.level === level).length;
  return {
    findings: keyed.sort((a, b) => ORDER[a.level] - ORDER[b.level]),
    counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
  };
}

/** A finding with the entry it concerns, and a key that stays while it says the same of the same row. */
function keyedFinding(finding: Finding, sheets: EnteredRows): KeyedFinding {
  const place = entryOf(finding.place);
  const row =
    place?.row === undefined
      ? undefined
      : sheets.find(({ sheet }) => sheet === place.sheet)?.rows[place.row]?.id;
  const where = [row ?? "", place?.field ?? ""];
  // Where the row stands, which messages begin with, changes when rows are moved.
  const said = row === undefined ? finding.message.zh : withoutPlace(finding);
  return {
    ...(finding as KeyedFinding),
    key: [finding.rule, ...where, said].join("|").slice(0, 400),
    ...(place !== undefined && { sheet: place.sheet }),
    ...(row !== undefined && { row }),
    ...(place?.field !== undefined && { field: place.field }),
  };
}

function withoutPlace({ message, place }: Finding): string {
  if (place?.kind !== "entry") return message.zh;
  const at = place.row === undefined ? `${place.title.zh}：` : `${place.title.zh} 第${place.row}行：`;
  return message.zh.startsWith(at) ? message.zh.slice(at.length) : message.zh;
}
