import type { AuditFinding, AuditReport, Box, Pack, ReportedContradiction } from "@mingzhang/core";
import { escapeHtml } from "../../html/escape.ts";
import { placeText } from "../place-text.ts";
import { excerptHtml } from "./excerpt-html.ts";
import type { Pictures } from "./pictures.ts";

const LEVELS = { error: "错误 Error", warning: "疑点 Warning", notice: "提示 Notice" } as const;
/** More consequences than these say nothing more. */
const MOST_CONSEQUENCES = 20;

/** More figures of a contradiction than these are not marked. */
const MOST_MARKED = 30;

/** Findings of one cause: the telling one in full, its consequences under it, and where they stand beside it. */
export function groupHtml(
  group: readonly AuditFinding[],
  { pack, contradictions }: AuditReport,
  pictures: Pictures,
): string {
  const [first, ...others] = group;
  if (first === undefined) return "";
  const { level, message, basis, remedy, place } = first;
  const id = escapeHtml(first.group);
  const shown = others.slice(0, MOST_CONSEQUENCES);
  const proved = contradictions[first.contradiction ?? -1];
  const marked = proved === undefined ? [] : figuresOf(first, proved);
  return `<article class="${level}" aria-labelledby="${id}"><div class="said">
<h2 id="${id}"><span class="level">${LEVELS[level]}</span> ${escapeHtml(message.zh)}</h2>
<p lang="en">${escapeHtml(message.en)}</p>${place === undefined ? "" : `<p class="place">${escapeHtml(placeText(place))}</p>`}
${figuresHtml(first)}
${basis.length === 0 ? "" : `<p>依据：${basis.map(({ document, article }) => escapeHtml(`《${document}》${article ?? ""}`)).join("、")}</p>`}
${remedy === undefined ? "" : `<p class="remedy">→ ${escapeHtml(remedy.zh)} <span lang="en">${escapeHtml(remedy.en)}</span></p>`}
${proved === undefined ? "" : `<details><summary>为什么不能同时成立 Proof</summary><p>${escapeHtml(proved.proof.zh)}</p><p lang="en">${escapeHtml(proved.proof.en)}</p></details>`}
${shown.length === 0 ? "" : `<h3>连带 Consequences</h3><ul>${shown.map(consequenceHtml).join("")}</ul>`}
${others.length > shown.length ? `<p>同类还有 ${others.length - shown.length} 处。</p>` : ""}
</div><div class="seen">${seenHtml([first, ...marked, ...shown], pack, pictures)}</div></article>`;
}

/** The figures that a contradiction rests on, to be marked beside the finding. */
function figuresOf(finding: AuditFinding, { set }: ReportedContradiction): AuditFinding[] {
  return set.variables.slice(0, MOST_MARKED).flatMap(({ figure: { pack, place, text } }) => {
    const elsewhere = pack !== undefined || place === undefined;
    return elsewhere ? [] : [{ ...finding, place, quote: text, printed: text }];
  });
}

function figuresHtml({ printed, expected, difference }: AuditFinding): string {
  const entries = Object.entries({ 印作: printed, 应为: expected, 相差: difference });
  const given = entries.flatMap(([name, text]) =>
    text === undefined || text === "" ? [] : [`<dt>${name}</dt><dd>${escapeHtml(text)}</dd>`],
  );
  return given.length === 0 ? "" : `<dl>${given.join("")}</dl>`;
}

function consequenceHtml({ message, place }: AuditFinding): string {
  const where = place === undefined ? "" : `［${placeText(place)}］`;
  return `<li>${escapeHtml(where + message.zh)}</li>`;
}

/** Each page of the findings once with all their marks; elsewhere the table or the paragraph. */
function seenHtml(findings: readonly AuditFinding[], pack: Pack, pictures: Pictures): string {
  const pages = new Map<string, { file: string | undefined; page: number; boxes: Box[] }>();
  const parts: string[] = [];
  for (const finding of findings) {
    const { place } = finding;
    if (place?.kind !== "page") {
      if (place !== undefined) parts.push(excerptHtml(finding, pack));
      continue;
    }
    const key = `${place.file}#${place.page}`;
    const page = pages.get(key) ?? { file: place.file, page: place.page, boxes: [] };
    pages.set(key, page);
    if (place.box !== undefined) page.boxes.push(place.box);
  }
  for (const { file, page, boxes } of pages.values()) {
    const picture = pictures.cutOut(file, page, boxes);
    const of = findings.filter(({ place }) => place?.kind === "page" && place.page === page);
    parts.push(picture ?? of.map((finding) => excerptHtml(finding, pack)).join(""));
  }
  return [...new Set(parts)].join("");
}
