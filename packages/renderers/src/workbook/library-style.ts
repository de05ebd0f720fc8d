import type { BorderStyle, CellStyle, FontStyle } from "hucre";
import type { Font, Style } from "./workbook.ts";

/** The body font of official tables; also the unit of column widths. */
export const DEFAULT_FONT = { name: "宋体", size: 11, charset: 134 } satisfies FontStyle;

export function toLibraryStyle(style: Style): CellStyle {
  const { horizontal, vertical, wrap, indent } = style;
  const aligned = horizontal ?? vertical ?? wrap ?? indent;
  return {
    font: toFont(style.font ?? {}),
    ...(style.fill && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: style.fill } } }),
    ...(style.border && { border: toBorder(style.border) }),
    ...(aligned !== undefined && {
      alignment: {
        ...(horizontal && { horizontal }),
        ...(vertical && { vertical }),
        ...(wrap && { wrapText: true }),
        ...(indent && { indent }),
      },
    }),
    ...(style.numberFormat && { numFmt: style.numberFormat }),
    ...(style.locked !== undefined && { protection: { locked: style.locked } }),
  };
}

function toFont({ color, ...font }: Font): FontStyle {
  return { ...DEFAULT_FONT, ...font, ...(color && { color: { rgb: color } }) };
}

function toBorder(border: NonNullable<Style["border"]>): BorderStyle {
  const sides = border === "all" ? (["top", "right", "bottom", "left"] as const) : border;
  return Object.fromEntries(sides.map((side) => [side, { style: "thin", color: { rgb: "000000" } }]));
}

/** The part of a style that a conditional format may change; a font name or size there is refused by Excel. */
export function toDifference({ font = {}, fill, border }: Style): CellStyle {
  const { bold, italic, underline, color } = font;
  return {
    font: {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(color && { color: { rgb: color } }),
    },
    // In a difference the background, not the foreground, is the colour that is seen.
    ...(fill && { fill: { type: "pattern", pattern: "solid", bgColor: { rgb: fill } } }),
    ...(border && { border: toBorder(border) }),
  };
}
