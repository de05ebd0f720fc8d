import type { Level } from "@mingzhang/core";
import type { AuditedPack } from "@mingzhang/renderers";
import type { PackResult, PackState } from "./pack-result.ts";

const STATES: Readonly<Record<PackState, string>> = {
  checked: "已核对",
  unreadable: "读不了",
  crashed: "核对中断",
  "timed-out": "超时",
};
const KINDS: Readonly<Record<string, string>> = {
  budget: "预算",
  "final-accounts": "决算",
  template: "空白样表",
  other: "其他",
};

/** A pack's result as a row of the summary; findings of one cause count once. */
export function summarise(result: PackResult): AuditedPack {
  const findings = [...result.reading, ...result.findings];
  const { pack, state } = result;
  return {
    name: result.name,
    state: STATES[state],
    failed: state !== "checked",
    ...(pack?.body === undefined ? {} : { body: pack.body }),
    ...(pack?.year === undefined ? {} : { year: pack.year }),
    ...(pack === undefined || state !== "checked" ? {} : { kind: KINDS[pack.kind] ?? pack.kind }),
    files: result.files.length,
    tables: result.tables.length,
    facts: result.facts,
    unread: result.unread.length,
    errors: countOf(result, "error"),
    warnings: countOf(result, "warning"),
    notices: countOf(result, "notice"),
    outcomes: result.outcomes,
    findings,
  };
}

function countOf({ reading, findings }: PackResult, level: Level): number {
  const causes = findings.filter((finding) => finding.level === level && !finding.consequence);
  return causes.length + reading.filter((finding) => finding.level === level).length;
}

/** The summary for machines: the rows without the findings, which the packs' own files hold. */
export function summaryJson(
  packs: readonly { readonly row: AuditedPack; readonly state: PackState; readonly file: string }[],
): string {
  const records = packs.map(({ row, state, file }) => {
    const { findings: _findings, state: _words, failed: _failed, ...rest } = row;
    return { ...rest, state, file };
  });
  return `${JSON.stringify({ packs: records }, null, 2)}\n`;
}
