import { docxRenderer } from "./docx/index.ts";
import { htmlRenderer } from "./html/index.ts";
import { pdfRenderer } from "./pdf/index.ts";
import type { Renderer } from "./renderer.ts";
import { xlsxRenderer } from "./xlsx/index.ts";

/** Every format that a document can be published in. */
export const RENDERERS: readonly Renderer[] = [htmlRenderer, xlsxRenderer, docxRenderer, pdfRenderer];
