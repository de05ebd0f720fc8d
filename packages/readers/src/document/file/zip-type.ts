/** What a zip is by the names in it. */
export type ZipType =
  | { readonly type: "docx" | "spreadsheet" | "archive" }
  | { readonly type: "foreign"; readonly name: string };

const FOREIGN: readonly (readonly [entry: RegExp, name: string])[] = [
  [/^OFD\.xml$/i, "OFD"],
  [/^ppt\/presentation\.xml$/, "PPTX"],
];

/** `mimetype` is the entry that OpenDocument files begin with. */
export function zipTypeOf(names: readonly string[], mimetype: string): ZipType {
  if (names.includes("word/document.xml")) return { type: "docx" };
  if (names.includes("xl/workbook.xml") || names.includes("xl/workbook.bin")) return { type: "spreadsheet" };
  if (names.includes("content.xml")) {
    if (/opendocument\.text/.test(mimetype)) return { type: "foreign", name: "ODT" };
    return { type: "spreadsheet" };
  }
  const foreign = FOREIGN.find(([entry]) => names.some((name) => entry.test(name)));
  return foreign === undefined ? { type: "archive" } : { type: "foreign", name: foreign[1] };
}
