import type { Block, Document, Finding, Place } from "@mingzhang/core";

/** The document with the name of its file in every place. */
export function stampDocument(document: Document, file: string): Document {
  return { ...document, blocks: document.blocks.map((block) => stampBlock(block, file)) };
}

/** The finding with the name of its file; one on the file as a whole stands at its first line. */
export function stampFinding(finding: Finding, file: string): Finding {
  return { ...finding, place: stamp(finding.place ?? { kind: "line", line: 1 }, file) };
}

function stampBlock(block: Block, file: string): Block {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return { ...block, ...stamped(block.place, file) };
    case "grid":
      return {
        ...block,
        ...stamped(block.place, file),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, ...stamped(cell.place, file) }))),
      };
    default:
      return block;
  }
}

function stamped(place: Place | undefined, file: string): { place?: Place } {
  return place === undefined ? {} : { place: stamp(place, file) };
}

function stamp(place: Place, file: string): Place {
  return place.kind === "entry" ? place : { ...place, file };
}
