import type { Place } from "../../document/document.ts";
import type { RawCell, RawSheet } from "../sheet.ts";
import { fold } from "../terms.ts";
import type { ImportField, ImportFieldId, NamedField } from "./field.ts";
import { type AmountUnit, amountUnit, type Heading, type Part, recogniseHeading } from "./heading.ts";
import type { ImportMapping } from "./mapping.ts";
import type { ImportReport } from "./message.ts";
import type { ImportTarget } from "./target.ts";

const HEADER_WITHIN_ROWS = 30;
const LEAST_FIELDS = 3;

/** Where the lines begin and which column is what. */
export interface Layout {
  readonly firstRow: number;
  readonly columns: ReadonlyMap<ImportFieldId, Partial<Record<Part, number>>>;
  readonly unit: AmountUnit;
}

interface Candidate {
  readonly column: number;
  readonly text: string;
  readonly place: Place;
  readonly heading: Heading | undefined;
}

/** Finds the header row and assigns the columns; undefined where there is no header row. */
export function findLayout(
  sheet: RawSheet,
  { target, mapping }: { readonly target: ImportTarget; readonly mapping: ImportMapping },
  report: ImportReport,
): Layout | undefined {
  const { fields, anchor } = target;
  const grid = spread(sheet);
  let best: { readonly row: number; readonly fields: number; readonly headings: Candidate[] } | undefined;
  for (let row = 0; row < Math.min(HEADER_WITHIN_ROWS, grid.length); row++) {
    const headings = headingsOf(grid, row, { fields, mapping });
    const known = new Set(headings.flatMap(({ heading }) => heading?.field ?? []));
    known.delete("ignored");
    if (!known.has(anchor) || known.size < LEAST_FIELDS) continue;
    // The later of two equal rows is the lower one of a header of two rows.
    if (best === undefined || known.size >= best.fields) best = { row, fields: known.size, headings };
  }
  if (best === undefined) return undefined;
  const columns = assign(best.headings, fields, report);
  const unit = unitOf(grid.slice(0, best.row), columns, best.headings, mapping, report);
  return { firstRow: best.row + 1, columns, unit };
}

/** Cells with the text of a merged area in each of its places. */
function spread(sheet: RawSheet): (RawCell | undefined)[][] {
  const rows: (RawCell | undefined)[][] = sheet.rows.slice(0, HEADER_WITHIN_ROWS).map((row) => [...row]);
  for (const { top, left, bottom, right } of sheet.merges ?? []) {
    const origin = sheet.rows[top]?.[left];
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      for (let column = left; column <= Math.min(right, left + 200); column++) {
        const cells = rows[row];
        if (cells !== undefined) cells[column] = origin;
      }
    }
  }
  return rows;
}

/** A heading speaks alone or, as 编码 under 功能分类, together with the one above it. */
function headingsOf(grid: readonly (RawCell | undefined)[][], row: number, words: Words): Candidate[] {
  return (grid[row] ?? []).flatMap((cell, column): Candidate[] => {
    if (cell === undefined || cell.text.trim() === "") return [];
    const above = row === 0 ? "" : (grid[row - 1]?.[column]?.text ?? "");
    const heading = headingOf(cell.text, words) ?? headingOf(above + cell.text, words);
    return [{ column, text: cell.text.trim(), place: cell.place, heading }];
  });
}

/** What headings mean: as the mapping says, else by the fields' own. */
interface Words {
  readonly fields: readonly ImportField[];
  readonly mapping: ImportMapping;
}

function headingOf(text: string, { fields, mapping }: Words): Heading | undefined {
  const entry = Object.entries(mapping.columns ?? {}).find(([heading]) => fold(heading) === fold(text));
  if (entry === undefined) return recogniseHeading(text, fields);
  const unit = amountUnit(text);
  return { field: entry[1], part: "either", rank: -1, ...(unit && { unit }) };
}

function assign(
  headings: readonly Candidate[],
  fields: readonly NamedField[],
  report: ImportReport,
): Layout["columns"] {
  const columns = new Map<ImportFieldId, Partial<Record<Part, number>>>();
  for (const { heading, text, place } of headings) {
    if (heading === undefined) report.add("unknown-column", place, { value: text });
  }
  for (const field of fields) {
    const { id } = field;
    const mine = headings.filter(({ heading }) => heading?.field === id);
    if (mine.length === 0 || id === "ignored") continue;
    const rank = Math.min(...mine.map(({ heading }) => heading?.rank ?? 0));
    const parts: Partial<Record<Part, number>> = {};
    for (const { heading, column, text, place } of mine) {
      const part = heading?.part ?? "either";
      if (heading?.rank === rank && parts[part] === undefined) parts[part] = column;
      else report.add("unused-column", place, { value: text, field });
    }
    columns.set(id, parts);
  }
  return columns;
}

function unitOf(
  above: readonly (RawCell | undefined)[][],
  columns: Layout["columns"],
  headings: readonly Candidate[],
  mapping: ImportMapping,
  report: ImportReport,
): AmountUnit {
  const column = Object.values(columns.get("amount_yuan") ?? {})[0];
  const own = headings.find((candidate) => candidate.column === column);
  const lines = above.flat().flatMap((cell) => amountUnit(cell?.text ?? "") ?? []);
  const stated = own?.heading?.unit ?? lines.at(-1) ?? mapping.amountUnit;
  if (stated === undefined && own !== undefined) report.add("assumed-yuan", own.place);
  return stated ?? "yuan";
}
