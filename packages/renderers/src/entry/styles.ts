import type { Style } from "../workbook/index.ts";

const FONT = "等线";
const INK = "1F2937";
const ACCENT = "1F4E79";

const cell = { border: "all", vertical: "top", font: { name: FONT, size: 11, color: INK } } as const;
const heading = { border: "all", vertical: "center", horizontal: "center", wrap: true } as const;

/** The looks of the entry workbook. "text" and "code" cells are text cells, so that codes keep their zeros. */
export const ENTRY_STYLES = {
  title: { font: { name: FONT, size: 16, bold: true, color: ACCENT }, vertical: "center" },
  subtitle: { font: { name: FONT, size: 10, color: "4B5563" }, vertical: "center", wrap: true },
  link: { font: { name: FONT, size: 10, underline: true, color: ACCENT }, vertical: "center" },
  heading: { ...heading, fill: "DCE6F1", font: { name: FONT, size: 11, bold: true, color: INK } },
  required: { ...heading, fill: ACCENT, font: { name: FONT, size: 11, bold: true, color: "FFFFFF" } },
  mark: { ...heading, font: { name: FONT, size: 9, color: "6B7280" } },
  text: { ...cell, numberFormat: "@", wrap: true },
  amount: { ...cell, horizontal: "right", numberFormat: "#,##0.00" },
  number: { ...cell, horizontal: "right", numberFormat: "0.######" },
  date: { ...cell, horizontal: "center", numberFormat: "yyyy-mm-dd" },
  whole: { ...cell, horizontal: "center", numberFormat: "0" },
  computed: { ...cell, fill: "F3F6EE", numberFormat: "General" },
  example: {
    ...cell,
    wrap: true,
    fill: "F3F4F6",
    font: { name: FONT, size: 10, italic: true, color: "6B7280" },
  },
  label: { ...cell, fill: "F3F4F6", font: { name: FONT, size: 11, bold: true, color: INK } },
  help: { ...cell, wrap: true, font: { name: FONT, size: 10, color: "4B5563" } },
  missing: { fill: "FCE4D6" },
  warning: { ...cell, fill: "FCE4D6" },
  linked: { ...cell, font: { name: FONT, size: 11, underline: true, color: ACCENT } },
  centred: { ...cell, horizontal: "center" },
  plain: { font: { name: FONT, size: 11, color: INK }, vertical: "top", wrap: true },
  section: { font: { name: FONT, size: 12, bold: true, color: ACCENT }, vertical: "center" },
} as const satisfies Readonly<Record<string, Style>>;

export type EntryStyle = keyof typeof ENTRY_STYLES;
