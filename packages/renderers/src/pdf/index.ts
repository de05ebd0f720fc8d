import { setImmediate } from "node:timers/promises";
import { type Finding, hasError } from "@mingzhang/core";
import type { Rendered, Renderer, RenderInput } from "../renderer.ts";
import { finish } from "./finish/finish.ts";
import { type Library, loadLibrary } from "./fonts/library.ts";
import { gridsOf, sectionsOf } from "./layout/sections.ts";
import { missingGlyphs } from "./missing-glyphs.ts";
import { smallType } from "./small-type.ts";
import { templateData } from "./template/data.ts";
import { createTypesetter, type Typesetter } from "./typesetter.ts";

/**
 * Document → PDF as a Chinese government office publishes it, after GB/T 9704-2012. Every file has passed the
 * typesetter's checks for both PDF/A-2a and PDF/UA-1 (see finish.ts). Charts are left out: published packs have
 * none, and their figures stand in the tables. Typesetting blocks the thread; render many documents in a worker.
 */
export const pdfRenderer: Renderer = {
  id: "pdf",
  extension: "pdf",
  async render(input) {
    const rendered = renderPdf(input);
    // The typesetter's documents are freed only when the event loop turns; without this, 8 MB a document stay.
    await setImmediate();
    return rendered;
  },
};

interface Press {
  readonly library: Library;
  readonly typesetter: Typesetter;
}

/** Loading fonts costs half a second and 80 MB: the last press is kept for as long as the fonts stay the same. */
let lastPress: { readonly fonts: readonly Uint8Array[]; readonly press: Press } | undefined;

function pressFor(fonts: readonly Uint8Array[]): Press {
  const known = lastPress;
  if (known?.fonts.length === fonts.length && fonts.every((font, index) => font === known.fonts[index])) {
    return known.press;
  }
  const library = loadLibrary(fonts);
  const press = { library, typesetter: createTypesetter(library.files()) };
  lastPress = { fonts: [...fonts], press };
  return press;
}

function renderPdf({ document, fonts = [] }: RenderInput): Rendered {
  const { library, typesetter } = pressFor(fonts);
  const findings = [...library.unreadable.map(unreadableFont), ...missingGlyphs(document, library.has)];
  if (hasError(findings)) return { bytes: new Uint8Array(), findings };
  const sections = sectionsOf(document, library.advance);
  const grids = gridsOf(sections);
  const typeset = typesetter.typeset(templateData(document, sections, library));
  if ("complaints" in typeset) {
    return { bytes: new Uint8Array(), findings: [...findings, ...typeset.complaints.map(notTypeset)] };
  }
  return { bytes: finish(typeset.archival, grids), findings: [...findings, ...smallType(grids)] };
}

function notTypeset(complaint: string): Finding {
  return {
    rule: "render/not-typeset",
    level: "error",
    message: {
      zh: `排版程序报错，未生成 PDF：${complaint}`,
      en: `Typesetting failed, no PDF was made: ${complaint}`,
    },
    remedy: {
      zh: "请将此信息连同文档一并反馈。",
      en: "Please report this message together with the document.",
    },
  };
}

function unreadableFont(index: number): Finding {
  return {
    rule: "render/unreadable-font",
    level: "warning",
    message: {
      zh: `第${index + 1}个字体文件无法识别，未使用。`,
      en: `Font file ${index + 1} cannot be read and is not used.`,
    },
    remedy: { zh: "请提供 TTF、OTF、TTC 或 WOFF 字体文件。", en: "Supply TTF, OTF, TTC or WOFF files." },
  };
}
