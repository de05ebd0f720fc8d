import type { AuditFinding, AuditReport, Pack, PackTable, TableConcept } from "@mingzhang/core";
import { holderOf, SECTION_OF_RULE, TIMELINESS } from "./finding-holder.ts";
import { AFTER_TABLES, BEFORE_TABLES, type SectionTitle, sectionsOf } from "./sections.ts";

/** One row of a bureau's check sheet. */
export interface CheckItem {
  readonly title: string;
  readonly verdict: "是" | "否" | "未核对";
  /** What is wrong, or why it was not checked; empty where nothing is to say. */
  readonly remark: string;
  /** Of a table: which table of the field it is. */
  readonly concept?: TableConcept;
}

/** Sections whose content no rule can judge: clean words are not yet a pass. */
const WORDS_ONLY: readonly SectionTitle[] = ["封面", "主要职能", "机构设置"];

/** The rows of the check sheet for the content of a pack, in the order of a bureau's form. */
export function checkItems(report: AuditReport): readonly CheckItem[] {
  const { pack } = report;
  const findings = new Map<string, AuditFinding[]>();
  for (const finding of report.findings) {
    const holder = holderOf(finding, pack);
    findings.set(holder, [...(findings.get(holder) ?? []), finding]);
  }
  const section = (title: SectionTitle) => sectionItem(title, findings.get(title) ?? [], report);
  return [
    ...BEFORE_TABLES.map(section),
    ...pack.tables
      .filter(({ concept }) => concept !== "catalogue")
      .map((table) => tableItem(table, findings.get(table.id) ?? [], pack)),
    ...AFTER_TABLES.map(section),
  ];
}

/** The row on publication in time: it needs dates that most packs do not print. */
export function timelyItem({ findings, rules }: AuditReport): CheckItem {
  const title = "及时公开部门预算";
  const own = findings.filter(({ rule }) => rule.startsWith(TIMELINESS));
  const open = rules
    .filter(({ rule }) => rule.startsWith(TIMELINESS))
    .flatMap(({ reasons }) => reasons.map((reason) => `${reason.zh}。`));
  if (own.some(isFault)) return { title, verdict: "否", remark: remarkOf(own) };
  const held = rules.some(({ rule, outcomes }) => rule.startsWith(TIMELINESS) && outcomes.holds > 0);
  return held
    ? { title, verdict: "是", remark: "" }
    : { title, verdict: "未核对", remark: open[0] ?? "公开日期不在材料之中。" };
}

function sectionItem(title: SectionTitle, findings: readonly AuditFinding[], report: AuditReport): CheckItem {
  const remark = remarkOf(findings);
  if (findings.some(isFault)) return { title, verdict: "否", remark };
  const open = whySectionOpen(title, report);
  if (open !== undefined) return { title, verdict: "未核对", remark: joined(remark, open) };
  return { title, verdict: "是", remark };
}

function whySectionOpen(title: SectionTitle, { pack, rules }: AuditReport): string | undefined {
  if (pack.kind !== "budget") return "不是预算公开材料，未作核对。";
  if (WORDS_ONLY.includes(title)) return "只核对了用字，内容请人工核对。";
  const open = rules
    .filter(({ rule, outcomes }) => SECTION_OF_RULE[rule] === title && outcomes.couldNotCheck > 0)
    .map((rule) => `“${rule.title.zh}”有 ${rule.outcomes.couldNotCheck} 项未能核对。`);
  if (open.length > 0) return open.join("\n");
  if (title === "目录") return pack.contents.length > 0 ? undefined : "没有找到目录。";
  const isThere = sectionsOf(pack).includes(title);
  if (isThere || (title === "项目经费情况说明" && pack.performance.length > 0)) return undefined;
  return "没有找到这一部分。";
}

function tableItem(table: PackTable, findings: readonly AuditFinding[], pack: Pack): CheckItem {
  const title = `《${table.caption === "" ? (table.label ?? table.id) : table.caption}》`;
  const { concept } = table;
  const remark = remarkOf(findings);
  if (findings.some(isFault)) return { title, verdict: "否", remark, concept };
  const open = whyTableOpen(table, pack);
  if (open !== undefined) return { title, verdict: "未核对", remark: joined(remark, open), concept };
  return { title, verdict: "是", remark, concept };
}

function whyTableOpen({ rows }: PackTable, pack: Pack): string | undefined {
  if (pack.kind !== "budget") return "不是预算公开材料，未作核对。";
  const hasFigures = rows.some(({ cells }) => Object.keys(cells).length > 0);
  return hasFigures ? undefined : "没有读到数字（空表或未读懂），请人工核对。";
}

/** A notice is worth reading and no reason to send the pack back. */
function isFault({ level }: AuditFinding): boolean {
  return level !== "notice";
}

function remarkOf(findings: readonly AuditFinding[]): string {
  const causes = findings.filter(({ consequence }) => !consequence);
  const shown = causes.length > 0 ? causes : findings;
  return shown
    .map(({ level, message }, index) => {
      const number = shown.length > 1 ? `${index + 1}.` : "";
      return `${number}${level === "notice" ? "（提示）" : ""}${message.zh}`;
    })
    .join("\n");
}

function joined(...lines: readonly string[]): string {
  return lines.filter((line) => line !== "").join("\n");
}
