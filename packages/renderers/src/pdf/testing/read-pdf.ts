import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";

/** Text without what line breaks and extraction add. */
export function bare(text: string): string {
  return text.replaceAll(/[\s\u200b\u2060\ufffe]/g, "");
}

interface ReadPage {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Whether every character lies on the page. */
  readonly inside: boolean;
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  /** Titles in the outline, two blanks for each level. */
  readonly bookmarks: readonly string[];
}

interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF64: Float64Array;
}

/** Reads a file back with another programme's eyes (PDFium). */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm"));
  const calls = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  calls.PDFiumExt_Init();
  const file = calls.pdfium.wasmExports.malloc(bytes.length);
  memoryOf(calls).HEAPU8.set(bytes, file);
  const pdf = calls.FPDF_LoadMemDocument(file, bytes.length, "");
  const count = calls.FPDF_GetPageCount(pdf);
  return {
    pages: Array.from({ length: count }, (_, index) => readPage(calls, calls.FPDF_LoadPage(pdf, index))),
    bookmarks: titles(calls, pdf, calls.FPDFBookmark_GetFirstChild(pdf, 0)),
  };
}

/** The heap's views; memory that grows replaces them. */
function memoryOf(calls: WrappedPdfiumModule): Memory {
  return calls.pdfium as unknown as Memory;
}

function titles(calls: WrappedPdfiumModule, pdf: number, bookmark: number): string[] {
  if (bookmark === 0) return [];
  const length = calls.FPDFBookmark_GetTitle(bookmark, 0, 0);
  const at = calls.pdfium.wasmExports.malloc(length);
  calls.FPDFBookmark_GetTitle(bookmark, at, length);
  const title = new TextDecoder("utf-16le").decode(memoryOf(calls).HEAPU8.slice(at, at + length - 2));
  const children = titles(calls, pdf, calls.FPDFBookmark_GetFirstChild(pdf, bookmark));
  const siblings = titles(calls, pdf, calls.FPDFBookmark_GetNextSibling(pdf, bookmark));
  return [title, ...children.map((child) => `  ${child}`), ...siblings];
}

function readPage(calls: WrappedPdfiumModule, page: number): ReadPage {
  const [width, height] = [calls.FPDF_GetPageWidthF(page), calls.FPDF_GetPageHeightF(page)];
  const characters = calls.FPDFText_LoadPage(page);
  const box = calls.pdfium.wasmExports.malloc(32);
  let text = "";
  let inside = true;
  for (let at = 0; at < calls.FPDFText_CountChars(characters); at++) {
    text += String.fromCodePoint(calls.FPDFText_GetUnicode(characters, at));
    calls.FPDFText_GetCharBox(characters, at, box, box + 8, box + 16, box + 24);
    const [left = 0, right = 0, bottom = 0, top = 0] = memoryOf(calls).HEAPF64.subarray(box / 8, box / 8 + 4);
    inside &&= left >= 0 && right <= width && bottom >= 0 && top <= height;
  }
  return { text, width, height, inside };
}
