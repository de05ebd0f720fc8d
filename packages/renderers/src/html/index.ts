import type { Renderer } from "../renderer.ts";
import { renderPage } from "./page.ts";

/** One web page that opens from disk, in which a reader can ask where each figure comes from. */
export const htmlRenderer: Renderer = {
  id: "html",
  extension: "html",
  async render({ document, inspection }) {
    return { bytes: new TextEncoder().encode(renderPage(document, inspection)), findings: [] };
  },
};
