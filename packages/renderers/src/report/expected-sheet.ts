import type { Sheet } from "../workbook/index.ts";
import { type ListColumn, listSheet } from "./list-sheet.ts";

/** What became of one pack that had to be published. */
export interface ExpectedRow {
  readonly body: string;
  readonly kind: string;
  readonly year: number;
  /** published: it was, but whether in time cannot be said without both dates. */
  readonly status: "in-time" | "late" | "published" | "missing" | "exempt";
  /** ISO dates. */
  readonly approved?: string;
  readonly due?: string;
  readonly published?: string;
  readonly daysLate?: number;
  readonly remark: string;
  /** The packs that were found for it. */
  readonly packs: readonly string[];
}

export const EXPECTED_STATUS: Readonly<Record<ExpectedRow["status"], string>> = {
  "in-time": "按时公开",
  late: "逾期公开",
  published: "已公开",
  missing: "未公开",
  exempt: "不适用",
};

/** One row a pack that the list of what must be published asks for. */
export function expectedSheet(rows: readonly ExpectedRow[]): Sheet {
  return listSheet("应公开清单", COLUMNS, rows);
}

const COLUMNS: readonly ListColumn<ExpectedRow>[] = [
  { heading: "部门（单位）", width: 34, value: ({ body }) => body },
  { heading: "文种", width: 10, value: ({ kind }) => kind },
  { heading: "年度", width: 7, value: ({ year }) => year },
  {
    heading: "公开情况",
    width: 11,
    value: ({ status }) => EXPECTED_STATUS[status],
    style: ({ status }) => (status === "late" || status === "missing" ? "error" : "text"),
  },
  { heading: "批复日期", width: 12, value: ({ approved }) => approved },
  { heading: "最迟公开日期", width: 13, value: ({ due }) => due },
  { heading: "公开日期", width: 12, value: ({ published }) => published },
  { heading: "逾期天数", width: 9, value: ({ daysLate }) => daysLate },
  { heading: "说明", width: 40, value: ({ remark }) => remark },
  { heading: "材料", width: 40, value: ({ packs }) => packs.join("、") },
];
