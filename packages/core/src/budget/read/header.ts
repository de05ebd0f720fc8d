import type { Text } from "../../finding/finding.ts";
import { type SheetSchema, titleOf } from "../schema.ts";
import type { RawSheet } from "../sheet.ts";
import { fault, type Report } from "./fault/fault.ts";
import { columnOf, MARK_HEADING } from "./layout.ts";
import { sheetSpot, spotOf } from "./spot.ts";

/** A sheet that is being read: its schema, and its position among the schema's sheets. */
export interface OpenSheet {
  readonly schema: SheetSchema;
  readonly index: number;
  readonly raw: RawSheet;
}

/** Where the heading row of a table is, and which column is where. */
export interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly mark?: number;
}

/** Titles and help take fewer rows than this. */
const SEARCHED_ROWS = 50;

/** Finds the heading row and reports what is wrong with it. Undefined: there is none, or the sheet is empty. */
export function findHeader(sheet: OpenSheet, report: Report): Header | undefined {
  const { schema, index, raw } = sheet;
  const counts = raw.rows
    .slice(0, SEARCHED_ROWS)
    .map((row) => row.filter((cell) => columnOf(schema, cell.text) !== undefined).length);
  const most = Math.max(0, ...counts);
  if (most > 0) return mapColumns(sheet, counts.indexOf(most), report);
  if (raw.rows.some((row) => row.some((cell) => cell.text.trim() !== ""))) {
    report(
      fault(
        "no-header",
        sheetSpot(index, raw),
        namesOf(schema, () => true),
      ),
    );
  }
  return undefined;
}

function mapColumns(sheet: OpenSheet, row: number, report: Report): Header {
  const { schema, index, raw } = sheet;
  const columns = new Map<string, number>();
  let mark: number | undefined;
  const unknown: { readonly position: number; readonly heading: string }[] = [];
  for (let position = 0; position < widthOf(raw); position += 1) {
    const heading = raw.rows[row]?.[position]?.text.trim() ?? "";
    const id = columnOf(schema, heading)?.id;
    if (heading === MARK_HEADING) mark = position;
    else if (id === undefined) unknown.push({ position, heading });
    else if (!columns.has(id)) columns.set(id, position);
    else report(fault("duplicate-column", spotOf(index, raw, row, position), { heading }));
  }
  const header = { row, columns, ...(mark === undefined ? {} : { mark }) };
  for (const { position, heading } of unknown) reportUnknown(sheet, header, { position, heading }, report);
  reportMissing(sheet, header, report);
  return header;
}

/** A column without a heading counts as unknown when something stands in it. */
function reportUnknown(
  { schema, index, raw }: OpenSheet,
  { row, columns }: Header,
  { position, heading }: { readonly position: number; readonly heading: string },
  report: Report,
): void {
  const holdsData = raw.rows.slice(row + 1).some((cells) => (cells[position]?.text.trim() ?? "") !== "");
  if (heading === "" && !holdsData) return;
  const data = { heading: heading === "" ? `第${position + 1}列（无表头）` : heading };
  const unused = namesOf(schema, (id) => !columns.has(id));
  report(fault("unknown-column", spotOf(index, raw, row, position), { ...data, ...unused }));
}

function reportMissing({ schema, index, raw }: OpenSheet, { row, columns }: Header, report: Report): void {
  for (const column of schema.columns) {
    if (column.required !== true || columns.has(column.id)) continue;
    const spot = { ...sheetSpot(index, raw), row, column: widthOf(raw) };
    report(fault("missing-column", spot, { title: titleOf(column) }));
  }
}

function namesOf(schema: SheetSchema, wanted: (id: string) => boolean): { readonly titles: Text } {
  const titles = schema.columns.filter(({ id }) => wanted(id)).map(titleOf);
  const zh = titles.map((title) => title.zh).join("、");
  const en = titles.map((title) => title.en).join(", ");
  return { titles: { zh: zh || "无", en: en || "none" } };
}

function widthOf(raw: RawSheet): number {
  return raw.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}
