/** The kinds of files that become documents. */
export type DocumentKind = "pdf" | "spreadsheet" | "docx" | "doc" | "html" | "text";

/** What people call them. */
export const KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  pdf: "PDF",
  spreadsheet: "Excel/WPS",
  docx: "Word (.docx)",
  doc: "Word (.doc)",
  html: "HTML",
  text: "TXT",
};
