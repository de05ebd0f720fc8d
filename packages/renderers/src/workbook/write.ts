import type { NamedRange } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { cellTranslator } from "./library-cell.ts";
import { toLibrarySheet } from "./library-sheet.ts";
import { DEFAULT_FONT } from "./library-style.ts";
import { requireWithinLimits } from "./limits.ts";
import { fitNoteBoxes } from "./note-boxes.ts";
import { absolute, reference } from "./reference.ts";
import { withoutControls } from "./text.ts";
import type { Sheet, Workbook } from "./workbook.ts";

/**
 * xlsx bytes, the same for the same workbook on any machine. Throws a RangeError where the workbook breaks a
 * limit of the format: that is a mistake of the caller, not of the data. Characters that XML cannot carry are
 * left out.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  requireWithinLimits(workbook);
  const toCell = cellTranslator(workbook.styles);
  const day = new Date(`${workbook.date ?? "2000-01-01"}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: workbook.sheets.map((sheet) => toLibrarySheet(sheet, workbook.styles, toCell)),
    properties: {
      ...(workbook.title && { title: withoutControls(workbook.title) }),
      ...(workbook.author && { creator: withoutControls(workbook.author) }),
      created: day,
      modified: day,
    },
    namedRanges: [...(workbook.names ?? []).map(toNamedRange), ...workbook.sheets.flatMap(printNames)],
    defaultFont: DEFAULT_FONT,
    activeSheet: workbook.sheets.findIndex((sheet) => !sheet.hidden),
  });
  return fitNoteBoxes(bytes, workbook);
}

function toNamedRange({ name, refersTo, sheet }: NonNullable<Workbook["names"]>[number]): NamedRange {
  return { name, range: refersTo, ...(sheet !== undefined && { scope: sheet }) };
}

function printNames({ name: scope, print }: Sheet): NamedRange[] {
  const names: NamedRange[] = [];
  if (print?.area !== undefined) {
    names.push({ name: "_xlnm.Print_Area", range: reference(scope, absolute(print.area)), scope });
  }
  if (print?.titleRows !== undefined) {
    const [first, last] = print.titleRows;
    names.push({ name: "_xlnm.Print_Titles", range: reference(scope, `$${first + 1}:$${last + 1}`), scope });
  }
  return names;
}
