import type { Finding, Place, Text } from "@mingzhang/core";
import { placeText } from "@mingzhang/renderers";
import type { Terminal } from "./command.ts";

export { placeText } from "@mingzhang/renderers";

const LEVELS = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "疑点", en: "warning" },
  notice: { zh: "提示", en: "notice" },
} as const;

/** A text in both languages on one line, Chinese first. */
export function both({ zh, en }: Text): string {
  return `${zh} ${en}`;
}

/** How many warnings, or notices, of one rule are printed one by one; of errors all are. */
const SHOWN_OF_A_RULE = 20;

/** Prints findings, the gravest first, each with its place and what to do. */
export function reportFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const level of ["error", "warning", "notice"] as const) {
    const seen = new Map<string, number>();
    for (const finding of findings) {
      if (finding.level !== level) continue;
      const count = (seen.get(finding.rule) ?? 0) + 1;
      seen.set(finding.rule, count);
      if (level === "error" || count <= SHOWN_OF_A_RULE) terminal.error(findingText(finding));
    }
    if (level !== "error") for (const [rule, count] of seen) reportRest(rule, count, level, terminal);
  }
}

function reportRest(rule: string, count: number, level: Finding["level"], terminal: Terminal): void {
  const rest = count - SHOWN_OF_A_RULE;
  if (rest <= 0) return;
  const { zh, en } = LEVELS[level];
  terminal.error(`${zh}　同类的还有 ${rest} 个（${rule}）。\n　　　${en}: ${rest} more of ${rule}.`);
}

/** One finding as a few lines: level and message, the English under it, what to do. */
export function findingText(finding: Finding): string {
  const { place } = finding;
  const shown = place === undefined || saysPlace(finding.message.zh, place) ? "" : `${placeText(place)}　`;
  const lines = [`${LEVELS[finding.level].zh}　${shown}${finding.message.zh}`];
  if (finding.remedy !== undefined) lines.push(`　　　→ ${finding.remedy.zh}`);
  lines.push(
    `　　　${LEVELS[finding.level].en}: ${finding.message.en}${finding.remedy === undefined ? "" : ` → ${finding.remedy.en}`}`,
  );
  return lines.join("\n");
}

/** Whether a message begins with its place, maybe without the column. */
function saysPlace(message: string, place: Place): boolean {
  if (message.startsWith(placeText(place))) return true;
  return place.kind === "line" && message.startsWith(`${place.file ?? ""} 第${place.line}行`.trim());
}

/** How many findings there are of each level. */
export function countText(findings: readonly Finding[]): string {
  const count = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length;
  return `${count("error")} 个错误，${count("warning")} 个疑点，${count("notice")} 个提示`;
}
