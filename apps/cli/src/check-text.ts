import { type AuditFinding, type AuditReport, gapText, type RuleReport } from "@mingzhang/core";
import type { PublishedPack } from "./published.ts";
import { placeText } from "./report.ts";

const LEVELS = { error: "错误 ERROR", warning: "疑点 WARNING", notice: "提示 NOTICE" } as const;
const COUNTED = { error: "错误", warning: "疑点", notice: "提示" } as const;

/** The audit of a pack for a reviewer: findings of one cause together, then what was and what was not checked. */
export function checkText({ pack, reading }: PublishedPack, report: AuditReport): string {
  const groups = new Map<string, AuditFinding[]>();
  for (const finding of report.findings)
    groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
  return [
    `${pack.body ?? "（未写明单位）"}　${pack.year === undefined ? "（未写明年度）" : `${pack.year}年`}　${reading.documents.length} 个文件，${pack.tables.length} 张表，${pack.facts.length} 个数字`,
    "",
    ...[...groups.values()].flatMap((group) => groupLines(group, report)),
    countLine(report),
    outcomeLine(report),
    ...notChecked(report.rules),
  ].join("\n");
}

function groupLines(group: readonly AuditFinding[], report: AuditReport): string[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const shown = first.level === "notice" ? others.slice(0, 2) : others;
  const more = others.length - shown.length;
  return [
    `${LEVELS[first.level]}　${where(first)}${first.message.zh}`,
    `　　${first.message.en}`,
    ...(first.basis.length === 0
      ? []
      : [
          `　　依据：${first.basis.map(({ document, article }) => `《${document}》${article ?? ""}`).join("、")}`,
        ]),
    ...(first.remedy === undefined ? [] : [`　　→ ${first.remedy.zh} ${first.remedy.en}`]),
    ...gapLine(first, report),
    ...shown.map((finding) => `　　　连带：${where(finding)}${finding.message.zh}`),
    ...(more > 0 ? [`　　　同类还有 ${more} 处`] : []),
    "",
  ];
}

/** What no rounding explains: proved, or nothing is said of it. */
function gapLine({ contradiction }: AuditFinding, { contradictions }: AuditReport): string[] {
  const proved = contradictions[contradiction ?? -1];
  if (proved === undefined) return [];
  const isCount = proved.set.variables.some(({ figure }) => figure.figure.unit === "count");
  const { zh, en } = gapText(proved.gap, isCount ? "count" : "yuan");
  return [`　　扣除四舍五入后至少仍差 ${zh} At least ${en} apart, however rounded`];
}

function where({ place }: AuditFinding): string {
  return place === undefined ? "" : `［${placeText(place)}］`;
}

function countLine({ findings }: AuditReport): string {
  const counts = (["error", "warning", "notice"] as const).map((level) => {
    const groups = new Set(
      findings
        .filter((finding) => finding.level === level && !finding.consequence)
        .map((finding) => finding.group),
    );
    return `${groups.size} 个${COUNTED[level]}`;
  });
  return `共 ${counts.join("，")}。`;
}

function outcomeLine({ outcomes }: AuditReport): string {
  return `核对 ${outcomes.holds} 项成立，${outcomes.rounding} 项属四舍五入，${outcomes.conflict} 项矛盾；${outcomes.notApplicable} 项不适用，${outcomes.couldNotCheck} 项未能核对。`;
}

const SHOWN_REASONS = 3;

/** Which checks were not done, and why: never a pass. */
function notChecked(rules: readonly RuleReport[]): string[] {
  const open = rules.filter((rule) => rule.outcomes.couldNotCheck > 0);
  if (open.length === 0) return [];
  return [
    "未能核对 Not checked：",
    ...open.flatMap((rule) => [
      `　${rule.title.zh}（${rule.outcomes.couldNotCheck} 项）`,
      ...rule.reasons.slice(0, SHOWN_REASONS).map((reason) => `　　${reason.zh}`),
      ...(rule.reasons.length > SHOWN_REASONS ? [`　　……共 ${rule.reasons.length} 种原因，见 --json`] : []),
    ]),
  ];
}
