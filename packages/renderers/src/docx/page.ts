/** Page geometry in twips (1/20 pt), after GB/T 9704-2012, 5.2: A4, text area 156 mm × 225 mm, 22 lines a page. */

export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

export type Orientation = "portrait" | "landscape";

export interface Frame {
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Size of the text area. */
  readonly width: number;
  readonly height: number;
}

const A4 = { width: 11906, height: 16838 };

/** The docx library turns the sheet itself for landscape sections, so both frames start from this one. */
export const sheet = A4;

export const frames: Readonly<Record<Orientation, Frame>> = {
  portrait: frame(A4.width, A4.height, { top: 37, right: 26, bottom: 35, left: 28 }),
  // The standard fixes no text area for turned pages; wide tables need the width, the binding edge stays at the top.
  landscape: frame(A4.height, A4.width, { top: 28, right: 22, bottom: 26, left: 22 }),
};

/** Height of a line of body text: 28 pt, the customary exact value at which 22 lines fit. */
export const LINE = 560;

/**
 * Pitch of the page's line grid: 22 lines fill the text area's height. LibreOffice cuts the text area down to whole
 * lines of the grid, so the pitch is the height's 22nd part and not the height of a line.
 */
export const GRID_PITCH = 579;

/** 三号, the size of body text, in half-points. */
export const BODY_SIZE = 32;

/** From the bottom edge of the sheet to the page number, whose rule stands 7 mm below the text area. */
export const FOOTER_DISTANCE = twips(21);

function frame(width: number, height: number, millimetres: Frame["margins"]): Frame {
  const margins = {
    top: twips(millimetres.top),
    right: twips(millimetres.right),
    bottom: twips(millimetres.bottom),
    left: twips(millimetres.left),
  };
  return {
    margins,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
}
