import { assemble } from "../../grid/assemble.ts";
import { type FlowItem, flowLine } from "../../grid/flow.ts";
import { splitDelimited } from "../../ledger/delimited-text.ts";
import type { Reading } from "../reading.ts";
import { cellText } from "./cell-text.ts";
import { joinBrokenParagraphs } from "./paragraphs.ts";
import { TableRows } from "./table-rows.ts";

/**
 * Plain text: lines with tabs are rows of tables, blank lines inside a table are page breaks, other lines are
 * paragraphs. Text whose lines are all delimited by commas is one table.
 */
export function readText(text: string): Reading {
  const items = isCommaSeparated(text) ? [commaTable(text)] : textItems(text.split(/\r\n|\r|\n|\f/));
  return { document: assemble(joinBrokenParagraphs(items)), findings: [] };
}

/** No table is wider. */
const MOST_COLUMNS = 2_000;

/** Lines of text, e.g. of a text file, as tables and lines. */
export function textItems(lines: readonly string[]): FlowItem[] {
  const items: FlowItem[] = [];
  let table: TableRows | undefined;
  let gap = false;
  const close = () => {
    if (table !== undefined) items.push(table.table());
    table = undefined;
  };
  lines.forEach((raw, index) => {
    const line = index + 1;
    if (RULE.test(raw)) return;
    if (raw.trim() === "") {
      gap = true;
      return;
    }
    if (raw.includes("\t") && !isOneCell(raw)) {
      const row = { cells: raw.split("\t", MOST_COLUMNS).map(cellText), line };
      if (table === undefined || (gap && !table.takes(row))) {
        close();
        table = new TableRows();
      }
      table.add(row, gap);
    } else {
      close();
      items.push(flowLine(raw.replace(/\t/g, " "), { follows: !gap, place: { kind: "line", line } }));
    }
    gap = false;
  });
  close();
  return items;
}

/** A line drawn under a row. */
const RULE = /^(?=.*-{2})[-\s|+]+$/;

/** A tab that only indents a line separates nothing. */
function isOneCell(raw: string): boolean {
  return !raw.endsWith("\t") && !raw.trim().includes("\t");
}

const MOST_SAMPLED = 50;

function isCommaSeparated(text: string): boolean {
  if (text.includes("\t")) return false;
  const lines = text.split(/\r\n|\r|\n/, MOST_SAMPLED).filter((line) => line.trim() !== "");
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, "").split(",").length);
  return counts.length > 1 && (counts[0] ?? 0) > 1 && counts.every((count) => count === counts[0]);
}

function commaTable(text: string): FlowItem {
  const table = new TableRows();
  for (const row of splitDelimited(text).rows)
    table.add({ cells: row.map((field) => cellText(field.text)), line: row[0]?.line ?? 1 }, false);
  return table.table();
}
