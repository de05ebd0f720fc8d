import type { Block, Document, Text } from "@mingzhang/core";

/** A text that the PDF prints, and where it stands, in words. */
export interface PrintedText {
  readonly text: string;
  readonly where: Text;
}

/** Every text of a document that reaches the page or its metadata, in reading order. */
export function* printedTexts(document: Document): Generator<PrintedText> {
  const metadata = { zh: "文件属性", en: "the document's properties" };
  yield { text: document.title, where: metadata };
  for (const block of document.blocks) yield* blockTexts(block);
}

function* blockTexts(block: Block): Generator<PrintedText> {
  switch (block.type) {
    case "cover": {
      const where = { zh: "封面", en: "the cover" };
      for (const text of [block.title, block.subtitle ?? "", ...block.lines]) yield { text, where };
      return;
    }
    case "contents":
      yield { text: block.title, where: { zh: "目录标题", en: "the title of the contents" } };
      return;
    case "heading":
      yield { text: block.text, where: { zh: `标题“${block.text}”`, en: `the heading "${block.text}"` } };
      return;
    case "paragraph": {
      const text = block.children.map((run) => run.text).join("");
      const start = text.slice(0, 20);
      yield { text, where: { zh: `段落“${start}…”`, en: `the paragraph "${start}…"` } };
      return;
    }
    case "grid":
      yield* gridTexts(block);
  }
}

function* gridTexts(grid: Extract<Block, { type: "grid" }>): Generator<PrintedText> {
  const title = { zh: `表“${grid.caption}”`, en: `table "${grid.caption}"` };
  const around = [grid.label, grid.caption, grid.aboveLeft, grid.aboveRight, ...grid.below];
  for (const text of around) {
    yield { text: text ?? "", where: { zh: `${title.zh}的表头或表注`, en: `the lines around ${title.en}` } };
  }
  for (const [row, cells] of grid.rows.entries()) {
    const where = { zh: `${title.zh}第${row + 1}行`, en: `row ${row + 1} of ${title.en}` };
    for (const cell of cells) yield { text: cell.text, where };
  }
}
