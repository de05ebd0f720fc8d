import type { Renderer } from "../renderer.ts";
import { clean } from "./clean.ts";
import { composeDocx } from "./compose.ts";
import { packDocx, withoutBraces } from "./package.ts";

/** A document as an office sends and prints it: Word, laid out after GB/T 9704-2012. Charts are left out. */
export const docxRenderer: Renderer = {
  id: "docx",
  extension: "docx",
  async render({ document }) {
    const cleaned = clean(document);
    const { file, tables } = composeDocx(withoutBraces(cleaned.document));
    return { bytes: await packDocx(file, cleaned.document, tables), findings: cleaned.findings };
  },
};
