import { type ColumnSchema, ENTRY_SHEETS, type SheetSchema } from "../schema.ts";
import { fold } from "../terms.ts";

/**
 * How sheets may look. Writers of forms rely on this page.
 *
 * Sheets go by the schema's id or title; case, blanks, full width, a leading number ("03 ") and ".csv" do not
 * matter. Other sheets give a notice, unless they are hidden or named in GUIDE_SHEETS.
 *
 * A "table" sheet has one heading row: of the first fifty, the row that names most of the schema's columns, by id,
 * title, English title or synonym; a trailing "*" is ignored. Rows above it (title, help) are not read. Below it, blank rows are
 * skipped. A column with the heading "#" carries marks: rows marked 示例 (example) or 说明 (help) are not read, but
 * an example that differs from the schema's is an error, because somebody has typed data over it. Other marks have
 * no effect.
 *
 * A "form" sheet has one row a field: its id or titles in one column, the value in the next. Rows above the first
 * field are not read, and neither are further columns (help, examples).
 */
export const MARK_HEADING = "#";
export const EXAMPLE_MARK = "示例";
export const HELP_MARK = "说明";

/** Sheets that explain and hold no data. */
export const GUIDE_SHEETS: readonly string[] = [
  "填写说明",
  "填表说明",
  "使用说明",
  "说明",
  "目录",
  "readme",
  "guide",
];

/** The position in ENTRY_SHEETS of the sheet that a name stands for. */
export function sheetIndexOf(name: string): number | undefined {
  const wanted = fold(name)
    .replace(/\.csv$/u, "")
    .replace(/^\d+[-._、]?/u, "");
  const index = ENTRY_SHEETS.findIndex(({ id, title }) => fold(id) === wanted || fold(title) === wanted);
  return index < 0 ? undefined : index;
}

/** The column that a heading stands for; an id or a title wins over an English title or another column's synonym. */
export function columnOf(schema: SheetSchema, heading: string): ColumnSchema | undefined {
  const wanted = fold(heading).replace(/\*$/u, "");
  if (wanted === "") return undefined;
  return (
    schema.columns.find(({ id, title }) => fold(id) === wanted || fold(title) === wanted) ??
    schema.columns.find(({ english, synonyms = [] }) =>
      [english, ...synonyms].some((word) => fold(word) === wanted),
    )
  );
}

/** Without these there is no budget; any other sheet that is not there counts as empty. */
export const REQUIRED_SHEETS: readonly string[] = ["department", "units", "ledger"];
