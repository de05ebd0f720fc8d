import { type PdfObjects, references } from "./pdf-objects.ts";

/**
 * Tags the cells that head their row as such; the typesetter knows only column headers. `tables` tells, for each
 * table of the document, each row, each cell that starts in it, whether it heads the row. Rows that do not match
 * the tags one to one are left alone. In a row with a header the list of column headers of each cell goes, so
 * that readers of the tags go by the scopes, which name both.
 */
export function tagRowHeaders(file: PdfObjects, tables: readonly (readonly (readonly boolean[])[])[]): void {
  const [root = 0] = references(file.trailer, "Root");
  const tree = references(textOf(file, root), "StructTreeRoot")[0] ?? 0;
  const tagged = descendants(file, tree, "Table");
  if (tagged.length !== tables.length) return;
  for (const [index, table] of tagged.entries()) {
    const rows = descendants(file, table, "TR");
    if (rows.length !== tables[index]?.length) continue;
    for (const [row, id] of rows.entries()) tagRow(file, id, tables[index]?.[row] ?? []);
  }
}

function tagRow(file: PdfObjects, row: number, heads: readonly boolean[]): void {
  const cells = references(textOf(file, row), "K");
  if (cells.length !== heads.length || !heads.includes(true)) return;
  for (const [index, id] of cells.entries()) {
    const text = textOf(file, id);
    if (!text.includes("/S /TD")) continue;
    const scope = heads[index] ? "/O /Table\n    /Scope /Row" : "/O /Table";
    const tagged = text.replace(/\/O \/Table\s+\/Headers \[[^\]]*\]/, scope);
    file.objects.set(id, Buffer.from(heads[index] ? tagged.replace("/S /TD", "/S /TH") : tagged, "latin1"));
  }
}

/** Elements of one kind below an element, in reading order; they do not nest. */
function descendants(file: PdfObjects, id: number, kind: string): number[] {
  return references(textOf(file, id), "K").flatMap((child) =>
    new RegExp(`/S /${kind}\\s`).test(textOf(file, child)) ? [child] : descendants(file, child, kind),
  );
}

function textOf(file: PdfObjects, id: number): string {
  return file.objects.get(id)?.toString("latin1") ?? "";
}
