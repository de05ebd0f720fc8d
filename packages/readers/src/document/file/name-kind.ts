import type { DocumentKind } from "../kind.ts";

const KINDS: Readonly<Record<string, DocumentKind>> = {
  pdf: "pdf",
  xlsx: "spreadsheet",
  xlsm: "spreadsheet",
  xlsb: "spreadsheet",
  xls: "spreadsheet",
  et: "spreadsheet",
  ods: "spreadsheet",
  docx: "docx",
  docm: "docx",
  doc: "doc",
  wps: "doc",
  html: "html",
  htm: "html",
  shtml: "html",
  txt: "text",
  csv: "text",
  tsv: "text",
};

/** The kind that a name promises; undefined where its extension promises none that is known. */
export function promisedKind(name: string): DocumentKind | undefined {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
}
