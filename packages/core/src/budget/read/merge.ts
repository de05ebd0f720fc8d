import type { RawSheet } from "../sheet.ts";
import { fault, type Report } from "./fault/fault.ts";
import type { Header, OpenSheet } from "./header.ts";
import { cellName, spotOf } from "./spot.ts";

type Merge = NonNullable<RawSheet["merges"]>[number];

/** The rows below the heading that merged cells touch: which record a merged value belongs to is a guess. */
export function mergedRows(sheet: OpenSheet, header: Header, report: Report): ReadonlySet<number> {
  const positions = [...header.columns.values()];
  const rows = new Set<number>();
  for (const merge of sheet.raw.merges ?? []) {
    const touchesData = positions.some((position) => merge.left <= position && position <= merge.right);
    if (!touchesData || merge.bottom <= header.row || isEmpty(sheet.raw, merge)) continue;
    reportMerge(sheet, merge, report);
    for (let row = Math.max(merge.top, header.row + 1); row <= merge.bottom; row += 1) rows.add(row);
  }
  return rows;
}

/** Reports merged cells among the data. */
export function reportMerge({ index, raw }: OpenSheet, merge: Merge, report: Report): void {
  const area = `${cellName(merge.top, merge.left)}:${cellName(merge.bottom, merge.right)}`;
  report(fault("merged-cells", spotOf(index, raw, merge.top, merge.left), { area }));
}

/** Whether nothing is entered in any of the rows that the merged area touches. */
function isEmpty(raw: RawSheet, { top, bottom }: Merge): boolean {
  return raw.rows.slice(top, bottom + 1).every((row) => row.every((cell) => cell.text.trim() === ""));
}
