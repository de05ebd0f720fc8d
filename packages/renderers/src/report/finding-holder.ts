import type { AuditFinding, Pack, Place } from "@mingzhang/core";
import { type SectionTitle, sectionsOf } from "./sections.ts";

/** Rules that speak of one section wherever their finding stands. */
export const SECTION_OF_RULE: Readonly<Record<string, SectionTitle>> = {
  "format/contents-are-complete": "目录",
  "format/titles-agree-with-contents": "目录",
  "wording/terms-are-explained": "名词解释",
};
/** Rules on dates: they have a row of their own. */
export const TIMELINESS = "dates/";
const NARRATIVE: SectionTitle = "预算编制说明";

/** What a finding belongs to: the id of a table, or the title of a section. */
export function holderOf(finding: AuditFinding, pack: Pack): string {
  const { rule, place } = finding;
  const group = rule.slice(0, rule.indexOf("/"));
  if (rule.startsWith(TIMELINESS)) return TIMELINESS;
  if (group === "performance") return "项目经费情况说明";
  const fixed = SECTION_OF_RULE[rule];
  if (fixed !== undefined) return fixed;
  const table =
    group === "tables" || group === "format" || rule === "prior/tables-repeat-last-year"
      ? tableOf(finding, pack)
      : undefined;
  if (table !== undefined) return table;
  const paragraph = place === undefined ? undefined : paragraphAt(place, pack);
  if (paragraph !== undefined) return sectionsOf(pack)[paragraph] ?? NARRATIVE;
  return tableOf(finding, pack) ?? NARRATIVE;
}

function tableOf({ place, message }: AuditFinding, pack: Pack): string | undefined {
  if (place !== undefined) {
    const key = keyOf(place);
    const fact = pack.facts.find(
      (candidate) =>
        candidate.source.kind === "cell" && candidate.place !== undefined && keyOf(candidate.place) === key,
    );
    if (fact?.source.kind === "cell") return fact.source.table;
    const around = pack.tables.find((table) => table.place !== undefined && holds(table.place, place));
    if (around !== undefined) return around.id;
  }
  return pack.tables.find(({ caption }) => caption !== "" && message.zh.includes(`《${caption}》`))?.id;
}

/** The index of the paragraph at a place, or around it. */
function paragraphAt(place: Place, { paragraphs }: Pack): number | undefined {
  const key = keyOf(place);
  const exact = paragraphs.findIndex(
    (paragraph) => paragraph.place !== undefined && keyOf(paragraph.place) === key,
  );
  if (exact >= 0) return exact;
  const around = paragraphs.findIndex(
    (paragraph) => paragraph.place !== undefined && holds(paragraph.place, place),
  );
  return around >= 0 ? around : undefined;
}

/** Whether the second place lies in the first one: on the same page within its box. */
function holds(outer: Place, inner: Place): boolean {
  if (outer.kind === "sheet") return inner.kind === "sheet" && outer.sheet === inner.sheet;
  if (outer.kind !== "page" || inner.kind !== "page") return false;
  if (outer.page !== inner.page || outer.file !== inner.file) return false;
  if (outer.box === undefined || inner.box === undefined) return false;
  const middle = (inner.box.top + inner.box.bottom) / 2;
  return outer.box.top <= middle && middle <= outer.box.bottom && outer.box.left <= inner.box.right;
}

function keyOf(place: Place): string {
  return JSON.stringify(Object.entries(place).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
