import type { Block, Cell, FileFacts, Grid } from "../../document/document.ts";
import type { Pack } from "../../pack/pack.ts";
import { readContents } from "../../recognise/narrative/contents.ts";
import { readParagraphs } from "../../recognise/narrative/paragraphs.ts";
import { recognise } from "../../recognise/recognise.ts";

/** A pack from plain text in the form of a published TXT: paragraph lines, and tables as tab-separated lines. */
export function packOfText(text: string, file?: FileFacts): Pack {
  const documents = [
    {
      name: "example.txt",
      document: {
        title: "",
        language: "zh-CN",
        blocks: blocksOf(text.split("\n")),
        ...(file === undefined ? {} : { file }),
      },
    },
  ];
  const pack = recognise(documents);
  return {
    ...pack,
    kind: "budget",
    contents: pack.contents.length > 0 ? pack.contents : readContents(documents),
    paragraphs: pack.paragraphs.length > 0 ? pack.paragraphs : readParagraphs(documents),
  };
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? "";
    if (line.includes("\t")) {
      let end = index;
      while (lines[end]?.includes("\t")) end++;
      blocks.push(gridOf(lines.slice(index, end), blocks, index));
      index = end;
    } else {
      if (line.trim() !== "" && !isNoteBelow(line.trim(), blocks)) blocks.push(lineBlock(line.trim(), index));
      index++;
    }
  }
  return blocks;
}

/** 说明：… and 注：… after a table are printed below it. */
function isNoteBelow(text: string, blocks: Block[]): boolean {
  const grid = blocks.at(-1);
  if (grid?.type !== "grid" || !/^(?:说明|备注|注)[：:]/u.test(text)) return false;
  blocks[blocks.length - 1] = { ...grid, below: [...grid.below, text] };
  return true;
}

function lineBlock(text: string, line: number): Block {
  const place = { kind: "line", line: line + 1 } as const;
  if (!/[。；：，]/u.test(text) && /^(?:第.部分|[一二三四五六七八九十]+、|目\s*录)/u.test(text))
    return { type: "heading", level: 2, text, id: `h${line}`, place };
  if (!/[。；：，]/u.test(text) && /^（[一二三四五六七八九十]+）/u.test(text) && text.length < 30)
    return { type: "heading", level: 3, text, id: `h${line}`, place };
  return { type: "paragraph", children: [{ text }], place };
}

/** A grid takes its marker, its title and its unit from the lines above it. */
function gridOf(lines: readonly string[], blocks: Block[], line: number): Grid {
  const above = takeLinesAbove(blocks);
  const unit = above.find((text) => /^单位[：:]\s*\S*元/u.test(text));
  const label = above.find((text) => /^(?:部门)?(?:公开)?(?:附)?表\s*[\d一二三四五六七八九十]+$/u.test(text));
  const caption = above.find((text) => text !== unit && text !== label && !/^单位/u.test(text)) ?? "";
  const fields = lines.map((text) => text.split("\t"));
  const headerRows = fields.findIndex((row) =>
    row.some((cell) => /^-?[\d,]+(?:\.\d+)?%?$|^\d{3,7}$/u.test(cell)),
  );
  const width = Math.max(...fields.map((row) => row.length));
  return {
    type: "grid",
    id: `grid-${line}`,
    caption,
    ...(label === undefined ? {} : { label }),
    ...(unit === undefined ? {} : { aboveRight: unit }),
    columns: Array.from({ length: width }, (_, index) => ({
      id: `c${index}`,
      width: 1,
      align: "left" as const,
    })),
    headerRows: Math.max(headerRows, 1),
    rows: spanned(fields, Math.max(headerRows, 1)),
    below: [],
    orientation: "portrait",
    place: { kind: "line", line: line + 1 },
  };
}

function takeLinesAbove(blocks: Block[]): string[] {
  const above: string[] = [];
  for (let taken = 0; taken < 4; taken++) {
    const block = blocks.at(-1);
    const text =
      block?.type === "paragraph" ? block.children.map((inline) => inline.text).join("") : undefined;
    if (text === undefined || /[。；]$/u.test(text) || !/表|^单位/u.test(text)) break;
    above.unshift(text);
    blocks.pop();
  }
  return above;
}

/** In header rows a blank continues the cell on its left, and below a single row a filled one above it. */
function spanned(fields: readonly (readonly string[])[], headerRows: number): Cell[][] {
  return fields.map((row, index) => {
    if (index >= headerRows) return row.map((text) => ({ text }));
    const cells: { text: string; colSpan?: number }[] = [];
    for (const text of row) {
      const last = cells.at(-1);
      const continues = text === "" && index < headerRows - 1 && last !== undefined && last.text !== "";
      if (continues) last.colSpan = (last.colSpan ?? 1) + 1;
      else cells.push({ text });
    }
    return cells;
  });
}
