import type { Renderer } from "../renderer.ts";
import { writeWorkbook } from "../workbook/index.ts";
import { documentWorkbook } from "./document-workbook.ts";
import { Printable } from "./printable.ts";

/** The statutory tables as a workbook with live totals. Charts are not printed: their figures stand in the grids. */
export const xlsxRenderer: Renderer = {
  id: "xlsx",
  extension: "xlsx",
  async render({ document }) {
    const printable = new Printable();
    const bytes = await writeWorkbook(documentWorkbook(document, printable));
    return { bytes, findings: printable.findings };
  },
};
