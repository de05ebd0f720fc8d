import type { Box } from "@mingzhang/core";
import { escapeHtml } from "../../html/escape.ts";

/** A page of a file as a PNG; width and height in the points that boxes are in. */
export interface PagePicture {
  readonly file: string;
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

/** Points above and below the marks that a cut-out shows. */
const AROUND = 90;
const MARGIN = 2;

/** The pictures of pages of one report: each embedded once, cut out beside findings and whole at the end. */
export class Pictures {
  readonly #pictures: readonly PagePicture[];
  readonly #marks = new Map<number, Box[]>();

  constructor(pictures: readonly PagePicture[]) {
    this.#pictures = pictures;
  }

  /** The part of a page around boxes, which are marked; undefined where there is no picture of it. */
  cutOut(file: string | undefined, page: number, boxes: readonly Box[]): string | undefined {
    const index = this.#pictures.findIndex((picture) => picture.file === file && picture.page === page);
    const picture = this.#pictures[index];
    if (picture === undefined) return undefined;
    this.#marks.set(index, [...(this.#marks.get(index) ?? []), ...boxes]);
    const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - AROUND);
    const bottom = Math.min(picture.height, Math.max(...boxes.map((box) => box.bottom)) + AROUND);
    const [from, to] = boxes.length === 0 ? [0, picture.height] : [top, bottom];
    const label = `${picture.file} 第${page}页`;
    return `<figure>${svg(picture, { index, from, to, boxes, label })}
<figcaption><a href="#page-${index}">${escapeHtml(label)} 整页 whole page</a></figcaption></figure>`;
  }

  /** Every page that a finding stands on, whole, with all its marks. */
  pagesHtml(): string {
    const pages = [...this.#marks].toSorted(([a], [b]) => a - b);
    if (pages.length === 0) return "";
    const figures = pages.map(([index, boxes]) => {
      const picture = this.#pictures[index];
      if (picture === undefined) return "";
      const label = `${picture.file} 第${picture.page}页`;
      const whole = svg(picture, { index, from: 0, to: picture.height, boxes, label });
      return `<figure class="page" id="page-${index}" tabindex="-1">${whole}<figcaption>${escapeHtml(label)}</figcaption></figure>`;
    });
    return `<section><h2>整页 Pages</h2>${figures.join("")}</section>`;
  }

  symbolsHtml(): string {
    const symbols = [...this.#marks.keys()].map((index) => {
      const picture = this.#pictures[index];
      if (picture === undefined) return "";
      const { width, height, png } = picture;
      const data = Buffer.from(png).toString("base64");
      return `<symbol id="picture-${index}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></symbol>`;
    });
    return `<svg width="0" height="0" aria-hidden="true" class="symbols">${symbols.join("")}</svg>`;
  }
}

interface View {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly boxes: readonly Box[];
  readonly label: string;
}

function svg({ width, height }: PagePicture, { index, from, to, boxes, label }: View): string {
  const marks = boxes.map(
    (box) =>
      `<rect x="${box.left - MARGIN}" y="${box.top - MARGIN}" width="${box.right - box.left + 2 * MARGIN}" height="${box.bottom - box.top + 2 * MARGIN}"/>`,
  );
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 ${from} ${width} ${to - from}"><use href="#picture-${index}" width="${width}" height="${height}"/>${marks.join("")}</svg>`;
}
