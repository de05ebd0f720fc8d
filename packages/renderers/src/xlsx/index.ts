import type { Finding } from "@mingzhang/core";
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
    const workbook = documentWorkbook(document, printable);
    try {
      return { bytes: await writeWorkbook(workbook), findings: printable.findings };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { bytes: new Uint8Array(), findings: [...printable.findings, beyondLimits(error.message)] };
    }
  },
};

function beyondLimits(reason: string): Finding {
  return {
    rule: "render/workbook-limit",
    level: "error",
    message: {
      zh: `内容超出电子表格的容量限制，未生成文件（${reason}）。`,
      en: `The content is beyond what a spreadsheet can hold; no file was made (${reason}).`,
    },
    remedy: { zh: "请把过大的表拆分成几张表。", en: "Divide the table that is too large." },
  };
}
