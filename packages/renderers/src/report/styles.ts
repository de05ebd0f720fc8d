import type { Style } from "../workbook/index.ts";

const FONT = "等线";
const cell = { border: "all", vertical: "top", wrap: true, font: { name: FONT, size: 10 } } as const;
const centred = { border: "all", vertical: "center", horizontal: "center", wrap: true } as const;

/** The looks of the workbooks that report an audit. */
export const REPORT_STYLES = {
  title: { font: { name: FONT, size: 16, bold: true }, horizontal: "center", vertical: "center" },
  line: { font: { name: FONT, size: 11 }, vertical: "center", wrap: true },
  heading: { ...centred, fill: "DCE6F1", font: { name: FONT, size: 11, bold: true } },
  text: { ...cell, numberFormat: "@" },
  link: { ...cell, font: { name: FONT, size: 10, underline: true, color: "0563C1" }, numberFormat: "@" },
  centred: { ...centred, font: { name: FONT, size: 11 } },
  number: { ...cell, horizontal: "right", numberFormat: "0" },
  error: { ...cell, fill: "FCE4D6", numberFormat: "@" },
  failed: { ...centred, fill: "FCE4D6", font: { name: FONT, size: 11 } },
} as const satisfies Readonly<Record<string, Style>>;

export type ReportStyle = keyof typeof REPORT_STYLES;
