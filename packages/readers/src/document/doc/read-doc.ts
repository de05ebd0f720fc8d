import WordExtractor from "word-extractor";
import { assemble } from "../../grid/assemble.ts";
import type { FlowItem } from "../../grid/flow.ts";
import { readFinding } from "../findings.ts";
import { type Reading, refused } from "../reading.ts";
import { joinBrokenParagraphs } from "../text/paragraphs.ts";
import { textItems } from "../text/read-text.ts";

/** A Word 97–2003 file: its rows of tables come as lines with tabs, as text files hold them. */
export async function readDoc(bytes: Uint8Array): Promise<Reading> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const word = await new WordExtractor().extract(buffer);
    const boxes = word.getTextboxes({ includeHeadersAndFooters: false });
    const items: FlowItem[] = [
      ...textItems(word.getBody().split("\n")),
      ...(boxes.trim() === "" ? [] : [{ kind: "break" } as const, ...textItems(boxes.split("\n"))]),
    ];
    const hasComments = word.getAnnotations().trim() !== "";
    return {
      document: assemble(joinBrokenParagraphs(items)),
      findings: hasComments ? [readFinding("read/tracked-changes", "批注 comments")] : [],
    };
  } catch (error) {
    return refused(/encrypt|password/i.test(String(error)) ? "read/encrypted" : "read/damaged");
  }
}
