import type { Document, Grid } from "@mingzhang/core";

/** A document as the text file that some bodies publish: lines, and tables with tabs between their columns. */
export function asText({ blocks }: Document): Uint8Array {
  const lines = blocks.flatMap((block): string[] => {
    if (block.type === "cover") return [block.title, ...block.lines, ""];
    if (block.type === "heading") return ["", block.text];
    if (block.type === "paragraph") return [block.children.map(({ text }) => text).join("")];
    return block.type === "grid" ? gridLines(block) : [];
  });
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

function gridLines({ label, caption, aboveLeft, aboveRight, rows, below }: Grid): string[] {
  const above = [label, caption, aboveLeft, aboveRight].flatMap((line) => (line ? [line] : []));
  return ["", ...above, ...matrixOf(rows).map((row) => row.join("\t")), ...below, ""];
}

/** Every row with a text for every column; the text of a span stands in its first position. */
function matrixOf(rows: Grid["rows"]): string[][] {
  const matrix: string[][] = rows.map(() => []);
  for (const [index, cells] of rows.entries()) {
    let column = 0;
    for (const { text, colSpan = 1, rowSpan = 1 } of cells) {
      while (matrix[index]?.[column] !== undefined) column++;
      for (let down = 0; down < rowSpan; down++) {
        const row = matrix[index + down];
        for (let right = 0; row !== undefined && right < colSpan; right++)
          row[column + right] = down + right === 0 ? text : "";
      }
      column += colSpan;
    }
  }
  return matrix;
}
