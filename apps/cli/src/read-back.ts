import { check, type Document, type Finding, RULES, recognise } from "@mingzhang/core";
import { readDocuments, tablesOf } from "@mingzhang/readers";
import type { PackFile } from "./pack.ts";

/**
 * Reads a finished file back from its own bytes: every cell and every sentence is compared with what was meant,
 * and the audit's rules look at it as at a stranger's. What differs is a warning, not a refusal: the fault may be
 * the reader's, and a deadline must not depend on it.
 */
export async function readBack(meant: Document, file: PackFile): Promise<readonly Finding[]> {
  const { documents } = await readDocuments([{ name: file.path, bytes: file.bytes }]);
  const [read] = documents;
  if (read === undefined) return [unreadable(file)];
  const pack = recognise([{ name: file.path, document: read.document }]);
  const audit = check({ pack }, RULES).findings.filter(
    (finding) => finding.level !== "notice" && !finding.consequence,
  );
  const held = audit.map(
    ({ rule, message, place }): Finding => ({
      rule: `read-back/${rule}`,
      level: "warning",
      message: { zh: `成品 ${file.path}：${message.zh}`, en: `The finished ${file.path}: ${message.en}` },
      ...(place === undefined ? {} : { place }),
    }),
  );
  return [...missingTexts(meant, read.document, file), ...held];
}

function missingTexts(meant: Document, read: Document, file: PackFile): Finding[] {
  const cells = multiset(
    tablesOf(read)
      .flatMap(({ rows }) => rows.flat())
      .map(compact),
  );
  const prose = compact(read.blocks.map(textOf).join(""));
  const lost: string[] = [];
  for (const block of meant.blocks) {
    if (block.type === "grid") {
      for (const cell of block.rows.flat())
        if (!take(cells, compact(cell.text))) lost.push(`${block.caption}：${cell.text}`);
    } else if (block.type === "paragraph" || block.type === "heading") {
      const text = compact(textOf(block));
      if (!prose.includes(text)) lost.push(textOf(block));
    }
  }
  return lost.slice(0, 10).map((text) => ({
    rule: "read-back/as-meant",
    level: "warning",
    message: {
      zh: `成品 ${file.path} 中没有读到“${text.slice(0, 60)}”。`,
      en: `"${text.slice(0, 60)}" was not found when ${file.path} was read back.`,
    },
    remedy: {
      zh: "请打开成品核对这一处，并告知维护者。",
      en: "Look at the place in the file and tell the maintainers.",
    },
  }));
}

function textOf(block: Document["blocks"][number]): string {
  if (block.type === "heading") return block.text;
  return block.type === "paragraph" ? block.children.map((inline) => inline.text).join("") : "";
}

/** Formats differ in blanks and in where lines break. */
function compact(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}

function multiset(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, text: string): boolean {
  if (text === "") return true;
  const left = counts.get(text) ?? 0;
  if (left === 0) return false;
  counts.set(text, left - 1);
  return true;
}

function unreadable(file: PackFile): Finding {
  return {
    rule: "read-back/as-meant",
    level: "error",
    message: { zh: `成品 ${file.path} 读不回来。`, en: `The finished ${file.path} cannot be read back.` },
    remedy: { zh: "请告知维护者。", en: "Please tell the maintainers." },
  };
}
