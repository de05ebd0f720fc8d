import { assemble } from "../../grid/assemble.ts";
import { withLeftovers } from "../leftovers.ts";
import { type Reading, refused } from "../reading.ts";
import { characterRuns, paragraphRuns } from "./properties.ts";
import { storyItems } from "./story.ts";
import { openWordFile, wordText } from "./word-file.ts";

/** Where the header of the file says how long each part of the text is, in the order of the parts. */
const LENGTHS = { body: 0x4c, footnotes: 0x50, headers: 0x54, macros: 0x58, comments: 0x5c, endnotes: 0x60 };
const TEXT_BOXES = 0x64;

/** A Word 97–2003 file (.doc, .wps): text, tables with their merged cells, text boxes. Automatic numbers are lost. */
export function readDoc(bytes: Uint8Array): Reading {
  const file = openWordFile(bytes);
  if (typeof file === "string") return refused(file);
  const word = wordText(file);
  const runs = { paragraphs: paragraphRuns(file), characters: characterRuns(file) };
  const body = file.main.readUInt32LE(LENGTHS.body);
  const boxes = Object.values(LENGTHS).reduce((sum, at) => sum + file.main.readUInt32LE(at), 0);
  const end = boxes + file.main.readUInt32LE(TEXT_BOXES);
  const items = [
    ...storyItems(word, { from: 0, to: body }, runs),
    { kind: "break" } as const,
    ...storyItems(word, { from: boxes, to: end }, runs),
  ];
  const hasComments = file.main.readUInt32LE(LENGTHS.comments) > 0;
  const leftovers = hasComments ? [{ kind: "comments", detail: "" } as const] : [];
  return { document: withLeftovers(assemble(items), leftovers), findings: [] };
}
