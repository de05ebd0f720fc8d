import { BookmarkEnd, BookmarkStart, ImportedXmlComponent, type ParagraphChild, Run } from "docx";

/** Word computes a dirty field anew when it opens the file. */
interface FieldOptions {
  readonly instruction: string;
  readonly result?: string;
  readonly dirty?: boolean;
}

/** A field as Word writes it: begin, instruction, separator, the result that is shown until it is computed, end. */
export function field({ instruction, result, dirty }: FieldOptions): ParagraphChild[] {
  const shown = result === undefined ? [] : [mark("separate"), new Run({ text: result })];
  return [...fieldStart(instruction, dirty), ...shown, fieldEnd()];
}

/** The first half of a field whose result spans several paragraphs. */
export function fieldStart(instruction: string, dirty = false): ParagraphChild[] {
  const text = new ImportedXmlComponent("w:instrText", { "xml:space": "preserve" });
  text.push(` ${instruction} `);
  return [mark("begin", dirty), new Run({ children: [text] })];
}

export const fieldSeparator = (): ParagraphChild => mark("separate");
export const fieldEnd = (): ParagraphChild => mark("end");

/** Text inside the quotes of an instruction: nothing in it can end the quotes and add a switch. */
export function quoted(text: string): string {
  return `"${text.replace(/[\r\n\t]+/g, " ").replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}

/**
 * Bookmarks take their numbers from us: the library's own count goes on from one document to the next. It writes
 * these two in a paragraph as any other child, though its type leaves them out.
 */
export function bookmarked(
  name: string,
  number: number,
  children: readonly ParagraphChild[],
): ParagraphChild[] {
  return [new BookmarkStart(name, number), ...children, new BookmarkEnd(number)] as ParagraphChild[];
}

function mark(type: "begin" | "separate" | "end", dirty = false): Run {
  const character = new ImportedXmlComponent("w:fldChar", {
    "w:fldCharType": type,
    ...(dirty ? { "w:dirty": "true" } : {}),
  });
  return new Run({ children: [character] });
}
