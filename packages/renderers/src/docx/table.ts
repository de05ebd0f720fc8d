import type { Cell, Grid } from "@mingzhang/core";
import { TONES } from "../tones.ts";
import { CELL_PADDING, type ColumnFit, ROW_PADDING } from "./columns.ts";
import { leastRowHeight, rowHeights, WHOLE_ROW } from "./rows.ts";
import type { Slot, SlotGrid } from "./slots.ts";
import { gridHeadStyle, gridTextStyle } from "./styles.ts";
import { textLines } from "./text-width.ts";
import { escapeXml } from "./xml.ts";

export interface TableLayout {
  readonly grid: Grid;
  readonly slots: SlotGrid;
  readonly fit: ColumnFit;
}

/**
 * The table as WordprocessingML. Written as text because the docx library takes 21 s and 1.6 GB for 20,000 rows of
 * eight cells, as one object for every element.
 */
export function tableXml(layout: TableLayout): string {
  const { grid, slots, fit } = layout;
  const heights = rowHeights(layout);
  const columns = fit.widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const rows = slots.rows.map((row, index) => {
    const heading = index < grid.headerRows;
    const properties = [
      heading || (heights[index] ?? 0) <= WHOLE_ROW ? "<w:cantSplit/>" : "",
      `<w:trHeight w:val="${leastRowHeight(fit)}" w:hRule="atLeast"/>`,
      heading ? "<w:tblHeader/>" : "",
    ];
    const cells = row.map((slot) => cellXml(slot, layout));
    return `<w:tr><w:trPr>${properties.join("")}</w:trPr>${cells.join("")}</w:tr>`;
  });
  return `<w:tbl>${tableProperties(layout)}<w:tblGrid>${columns}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

const PADDING = { top: ROW_PADDING, left: CELL_PADDING, bottom: ROW_PADDING, right: CELL_PADDING };

function tableProperties({ grid, fit }: TableLayout): string {
  const total = fit.widths.reduce((sum, width) => sum + width, 0);
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(
    (side) =>
      `<w:${side} w:val="single" w:sz="${side.startsWith("inside") ? 4 : 8}" w:space="0" w:color="auto"/>`,
  );
  const padding = (["top", "left", "bottom", "right"] as const).map(
    (side) => `<w:${side} w:w="${PADDING[side]}" w:type="dxa"/>`,
  );
  const description = [grid.label, grid.caption, grid.aboveLeft, grid.aboveRight].filter(Boolean).join("　");
  return [
    `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${borders.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${padding.join("")}</w:tblCellMar>`,
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`,
    `<w:tblCaption w:val="${escapeXml(grid.caption)}"/><w:tblDescription w:val="${escapeXml(description)}"/></w:tblPr>`,
  ].join("");
}

function cellXml(slot: Slot, { grid, fit }: TableLayout): string {
  const { cell, column, columnSpan } = slot;
  const width = fit.widths.slice(column, column + columnSpan).reduce((sum, value) => sum + value, 0);
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : "";
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${verticalMerge(slot)}${shading(cell)}<w:vAlign w:val="center"/></w:tcPr>`;
  const style = cell.header === "column" ? gridHeadStyle(fit.size) : gridTextStyle(fit.size);
  const align = cell.align ?? (cell.header === "column" ? "center" : (grid.columns[column]?.align ?? "left"));
  const formatting = `<w:pStyle w:val="${style}"/>${indent(cell, fit.size)}${align === "left" ? "" : `<w:jc w:val="${align}"/>`}`;
  return `<w:tc>${properties}<w:p><w:pPr>${formatting}</w:pPr>${slot.continued ? "" : runXml(cell)}</w:p></w:tc>`;
}

function verticalMerge({ rowSpan, continued }: Slot): string {
  if (continued) return "<w:vMerge/>";
  return rowSpan > 1 ? `<w:vMerge w:val="restart"/>` : "";
}

/** One character a level. */
function indent({ indent: level = 0 }: Cell, size: number): string {
  return level > 0 ? `<w:ind w:leftChars="${level * 100}" w:left="${level * size * 10}"/>` : "";
}

function shading({ tone }: Cell): string {
  return tone === undefined ? "" : `<w:shd w:val="clear" w:color="auto" w:fill="${TONES[tone].ground}"/>`;
}

function runXml({ text, strong, tone }: Cell): string {
  if (text === "") return "";
  const looks = `${strong ? "<w:b/>" : ""}${tone === undefined ? "" : `<w:color w:val="${TONES[tone].ink}"/>`}`;
  const properties = looks === "" ? "" : `<w:rPr>${looks}</w:rPr>`;
  const lines = textLines(text).map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${properties}${lines.join("<w:br/>")}</w:r>`;
}
