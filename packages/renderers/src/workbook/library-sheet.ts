import type { ConditionalRule, Cell as LibraryCell, PageSetup, SheetProtection, WriteSheet } from "hucre";
import { toDifference } from "./library-style.ts";
import { toDataValidation } from "./library-validation.ts";
import type { Cell, Merge, PrintSettings, Protection, Sheet, Workbook } from "./workbook.ts";

/** Print area and title rows are defined names, made elsewhere: the library forgets to quote the sheet's name. */
export function toLibrarySheet(
  sheet: Sheet,
  styles: Workbook["styles"],
  toCell: (cell: Cell) => LibraryCell,
): WriteSheet {
  const { frozen = {}, print, tabColor, gridLines, protection } = sheet;
  return {
    name: sheet.name,
    ...(sheet.hidden === true && { hidden: true }),
    ...(sheet.hidden === "deep" && { veryHidden: true }),
    ...(sheet.columns && { columns: sheet.columns.map((column) => ({ ...column })) }),
    cells: toCells(sheet, toCell),
    rowDefs: toRowDefinitions(sheet),
    merges: (sheet.merges ?? []).map(toMerge),
    ...((frozen.rows || frozen.columns) && { freezePane: { ...frozen } }),
    ...(print && { pageSetup: toPageSetup(print), headerFooter: toHeaderFooter(print) }),
    dataValidations: (sheet.validations ?? []).map(toDataValidation),
    conditionalRules: toConditionalRules(sheet, styles),
    ...(sheet.autoFilter && { autoFilter: { range: sheet.autoFilter } }),
    ...(protection && { protection: toProtection(protection) }),
    view: {
      ...(gridLines === false && { showGridLines: false }),
      ...(tabColor && { tabColor: { rgb: tabColor } }),
    },
  };
}

/** The library breaks on rows with holes, so cells go in one by one. */
function toCells(sheet: Sheet, toCell: (cell: Cell) => LibraryCell): Map<string, LibraryCell> {
  const cells = new Map<string, LibraryCell>();
  sheet.rows.forEach((row, r) => {
    row?.cells.forEach((cell, c) => {
      if (cell !== undefined) cells.set(`${r},${c}`, toCell(cell));
    });
  });
  return cells;
}

/** The library leaves out what stands below the last cell, so a height there is lost. */
function toRowDefinitions({ rows }: Sheet) {
  return new Map(
    rows.flatMap((row, index) => {
      const { height, hidden } = row ?? {};
      return height === undefined && !hidden
        ? []
        : [[index, { ...(height !== undefined && { height }), ...(hidden && { hidden }) }] as const];
    }),
  );
}

function toMerge({ row, column, rowSpan, columnSpan }: Merge) {
  return { startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + columnSpan - 1 };
}

function toPageSetup({ orientation, fitToWidth = true, margins }: PrintSettings): PageSetup {
  return {
    paperSize: "a4",
    orientation,
    ...(fitToWidth && { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    ...(margins && { margins: { ...margins } }),
    horizontalCentered: true,
  };
}

function toHeaderFooter({ header, footer }: PrintSettings) {
  return { ...(header && { oddHeader: header }), ...(footer && { oddFooter: footer }) };
}

function toConditionalRules(
  { conditionalFormats = [] }: Sheet,
  styles: Workbook["styles"],
): ConditionalRule[] {
  return conditionalFormats.map(({ range, formula, style }, index) => ({
    type: "expression",
    priority: index + 1,
    range,
    formula,
    style: toDifference(styles[style] ?? {}),
  }));
}

const PERMISSIONS = {
  "format-cells": "formatCells",
  "format-columns": "formatColumns",
  "format-rows": "formatRows",
  "insert-rows": "insertRows",
  "delete-rows": "deleteRows",
  sort: "sort",
  filter: "autoFilter",
} as const satisfies Record<NonNullable<Protection["allow"]>[number], keyof SheetProtection>;

function toProtection({ allow = [] }: Protection): SheetProtection {
  return {
    sheet: true,
    objects: true,
    scenarios: true,
    ...Object.fromEntries(allow.map((permission) => [PERMISSIONS[permission], true])),
  };
}
