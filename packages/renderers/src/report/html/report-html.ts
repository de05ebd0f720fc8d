import { createHash } from "node:crypto";
import type { AuditFinding, AuditReport, Finding } from "@mingzhang/core";
import { escapeHtml } from "../../html/escape.ts";
import { groupHtml } from "./group-html.ts";
import { type PagePicture, Pictures } from "./pictures.ts";
import { REPORT_CSS } from "./report-css.ts";

export interface ReportInput {
  readonly report: AuditReport;
  /** What reading the files found. */
  readonly reading: readonly Finding[];
  /** Pages of findings; a finding whose page is not among them shows its words only. */
  readonly pictures: readonly PagePicture[];
}

/**
 * The audit of a pack as one page that needs nothing else and runs no script: findings of one cause together,
 * beside the page or the table that they stand on, with the place marked.
 */
export function reportHtml({ report, reading, pictures }: ReportInput): string {
  const { pack, findings, rules } = report;
  const title = `${pack.body ?? "（未写明单位）"} ${pack.year === undefined ? "" : `${pack.year}年`}预算公开核对结果`;
  const shown = new Pictures(pictures);
  const groups = groupsOf(findings).map((group) => groupHtml(group, report, shown));
  const hash = createHash("sha256").update(REPORT_CSS).digest("base64");
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title><style>${REPORT_CSS}</style></head><body>`,
    '<a class="skip" href="#findings">跳到问题 Skip to the findings</a>',
    `<header><h1>${escapeHtml(title)}</h1>${countsHtml(report)}</header>`,
    `<main id="findings" tabindex="-1">${readingHtml(reading)}${groups.join("")}`,
    groups.length === 0 ? "<p>没有发现问题。No findings.</p>" : "",
    `${openHtml(rules)}${shown.pagesHtml()}</main>${shown.symbolsHtml()}</body></html>`,
  ].join("\n");
}

function groupsOf(findings: readonly AuditFinding[]): AuditFinding[][] {
  const groups = new Map<string, AuditFinding[]>();
  for (const finding of findings) groups.set(finding.group, [...(groups.get(finding.group) ?? []), finding]);
  return [...groups.values()];
}

function countsHtml({ findings, outcomes }: AuditReport): string {
  const count = (level: Finding["level"]) =>
    findings.filter((finding) => finding.level === level && !finding.consequence).length;
  const { holds, rounding, conflict, notApplicable, couldNotCheck } = outcomes;
  return `<p><strong>${count("error")}</strong> 个错误，<strong>${count("warning")}</strong> 个疑点，<strong>${count("notice")}</strong> 个提示</p>
<p>核对 ${holds} 项成立，${rounding} 项属四舍五入，${conflict} 项矛盾；${notApplicable} 项不适用，${couldNotCheck} 项未能核对。</p>`;
}

function readingHtml(reading: readonly Finding[]): string {
  if (reading.length === 0) return "";
  const items = reading.map(
    ({ message, remedy }) =>
      `<li>${escapeHtml(message.zh)}${remedy === undefined ? "" : ` ${escapeHtml(remedy.zh)}`}</li>`,
  );
  return `<section><h2>读取 Reading</h2><ul>${items.join("")}</ul></section>`;
}

function openHtml(rules: AuditReport["rules"]): string {
  const open = rules.filter(({ outcomes }) => outcomes.couldNotCheck > 0);
  if (open.length === 0) return "";
  const items = open.map(({ title, outcomes, reasons }) => {
    const why = reasons.map((reason) => `<li>${escapeHtml(reason.zh)}</li>`).join("");
    return `<li><details><summary>${escapeHtml(title.zh)}（${outcomes.couldNotCheck} 项）</summary><ul>${why}</ul></details></li>`;
  });
  return `<section><h2>未能核对 Not checked</h2><ul>${items.join("")}</ul></section>`;
}
