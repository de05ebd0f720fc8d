import type { AuditReport } from "@mingzhang/core";
import { cut, LONGEST_TEXT, type Row, type Sheet } from "../workbook/index.ts";
import { type CheckItem, checkItems, timelyItem } from "./check-items.ts";
import type { ReportStyle } from "./styles.ts";

/** What a finance bureau's form (预算公开情况检查表) says of one pack; JSON. */
export interface CheckForm {
  /** As the pack names it; "" where it does not. */
  readonly body: string;
  readonly year?: number;
  readonly timely: CheckItem;
  readonly items: readonly CheckItem[];
}

/** The form as an audit fills it in. */
export function checkForm(report: AuditReport): CheckForm {
  const { body = "", year } = report.pack;
  return {
    body,
    ...(year === undefined ? {} : { year }),
    timely: timelyItem(report),
    items: checkItems(report),
  };
}

/** Rows above the first item: title, blank, department, address, two rows of headings. */
const ROWS_ABOVE = 6;
const CONTENT = 6;
const CHARACTERS_OF_REMARK = 34;
const LINE_HEIGHT = 15;

/** The form as a sheet. */
export function formSheet(name: string, { body, year, timely, items }: CheckForm): Sheet {
  const when = year === undefined ? "" : `${year}年度`;
  return {
    name,
    columns: [{ width: 14 }, { width: 26 }, { width: 26 }, { width: 12 }, { width: 72 }],
    rows: [
      line(`${when}预算公开情况检查表`, "title", 30),
      { cells: [] },
      line(`部门名称：${body}`, "line"),
      line("公开网址：", "line"),
      headings([`${when}预算公开检查内容`, "", "", "符合要求", "问题"]),
      itemRow("及时性", timely),
      ...items.map((item, index) => itemRow(index === 0 ? "内容规范性" : "", item)),
    ],
    merges: [
      { row: 0, column: 0, rowSpan: 1, columnSpan: 5 },
      { row: 2, column: 0, rowSpan: 1, columnSpan: 5 },
      { row: 3, column: 0, rowSpan: 1, columnSpan: 5 },
      { row: 4, column: 0, rowSpan: 1, columnSpan: 3 },
      ...[timely, ...items].map((_, index) => ({
        row: CONTENT - 1 + index,
        column: 1,
        rowSpan: 1,
        columnSpan: 2,
      })),
      { row: CONTENT, column: 0, rowSpan: items.length, columnSpan: 1 },
    ],
    frozen: { rows: ROWS_ABOVE - 1 },
    print: { orientation: "landscape", titleRows: [4, 4] },
  };
}

function line(value: string, style: ReportStyle, height = 20): Row {
  return { cells: [{ value, style }], height };
}

function headings(values: readonly string[]): Row {
  return { cells: values.map((value) => ({ value, style: "heading" })), height: 24 };
}

function itemRow(group: string, { title, verdict, remark }: CheckItem): Row {
  const lines = remark
    .split("\n")
    .reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / CHARACTERS_OF_REMARK)), 0);
  return {
    cells: [
      { value: group, style: "centred" },
      { value: title, style: "text" },
      { style: "text" },
      { value: verdict, style: verdict === "否" ? "failed" : "centred" },
      { value: cut(remark, LONGEST_TEXT), style: "text" },
    ],
    height: Math.min(400, Math.max(24, lines * LINE_HEIGHT)),
  };
}
