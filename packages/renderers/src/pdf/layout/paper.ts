/** A sheet and the area of it that text may fill, in points. */
export interface Paper {
  readonly name: "a4" | "a3";
  readonly landscape: boolean;
  readonly width: number;
  readonly height: number;
}

const MILLIMETRE = 72 / 25.4;

/** GB/T 9704-2012, 5.2: A4 with a text area of 156 mm × 225 mm. */
export const PORTRAIT = paper("a4", false, 156, 225);
export const LANDSCAPE = paper("a4", true, 225, 156);
/** For tables that an A4 sheet cannot hold at a legible size; the margins of A4. */
export const LARGE_LANDSCAPE = paper("a3", true, 420 - (297 - 225), 297 - (210 - 156));

function paper(name: Paper["name"], landscape: boolean, width: number, height: number): Paper {
  return { name, landscape, width: width * MILLIMETRE, height: height * MILLIMETRE };
}
