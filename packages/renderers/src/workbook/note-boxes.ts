import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Sheet, Workbook } from "./workbook.ts";

/** Width of a note's box in characters of the default font, and the points of one line in it. */
const BOX_WIDTH = 36;
const LINE_HEIGHT = 14;
const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;
/** Zip entries carry local time, so that this is the same everywhere. */
const FIXED_TIME = new Date(1980, 0, 1);

/** The library gives every note a box of four short lines; this makes each box as large as its text. */
export function fitNoteBoxes(bytes: Uint8Array, { sheets }: Workbook): Uint8Array {
  const hasNotes = sheets.some(({ rows }) => rows.some((row) => row?.cells.some((cell) => cell?.note)));
  if (!hasNotes) return bytes;
  const parts = unzipSync(bytes);
  sheets.forEach((sheet, index) => {
    const path = `xl/drawings/vmlDrawing${index + 1}.vml`;
    const drawing = parts[path];
    if (drawing !== undefined) parts[path] = strToU8(fitBoxes(strFromU8(drawing), sheet));
  });
  return zipSync(parts, { mtime: FIXED_TIME });
}

function fitBoxes(drawing: string, sheet: Sheet): string {
  return drawing.replaceAll(/<v:shape .*?<\/v:shape>/gs, (shape) => {
    const row = Number(/<x:Row>(\d+)</.exec(shape)?.[1]);
    const column = Number(/<x:Column>(\d+)</.exec(shape)?.[1]);
    const note = sheet.rows[row]?.cells[column]?.note ?? "";
    const anchor = anchorOf(note, row, column, sheet).join(",");
    return shape.replace(/<x:Anchor>[^<]*</, `<x:Anchor>${anchor}<`);
  });
}

/** Left column, its offset, top row, its offset, then the same of the lower right corner. */
function anchorOf(note: string, row: number, column: number, sheet: Sheet): number[] {
  const left = column + 1;
  const lines = note.split("\n").reduce((sum, line) => sum + Math.ceil((line.length * 2 + 1) / BOX_WIDTH), 1);
  const right = reach(left, BOX_WIDTH, (at) => sheet.columns?.[at]?.width ?? DEFAULT_WIDTH);
  const bottom = reach(row, lines * LINE_HEIGHT, (at) => sheet.rows[at]?.height ?? DEFAULT_HEIGHT);
  return [left, 15, row, 2, right, 15, bottom, 4];
}

function reach(from: number, size: number, sizeOf: (at: number) => number): number {
  let at = from;
  for (let room = size; room > 0; at++) room -= Math.max(sizeOf(at), 1);
  return at;
}
