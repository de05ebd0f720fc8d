import { type FlowItem, type FlowLine, flowLine } from "../../grid/flow.ts";
import { headingLevel } from "../../grid/headings.ts";

/** Shorter lines are headings, titles and items, which need no full stop. */
const SHORTEST_BROKEN = 60;
const LONGEST_PARAGRAPH = 5_000;
const ENDED = /[。：；:;！？!?…）)》”]$/;
const BEGINS_ANEW = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|[①-⑳]|注|说明|备注|附)/;

/** Joins the paragraphs that a page break cut in two. */
export function joinBrokenParagraphs(items: readonly FlowItem[]): FlowItem[] {
  const joined: FlowItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === "line" && last?.kind === "line" && goesOn(last, item)) {
      const text = last.text + item.text;
      joined.splice(-1, 1, flowLine(text, { ...last, parts: [text] }));
    } else joined.push(item);
  }
  return joined;
}

function goesOn(first: FlowLine, second: FlowLine): boolean {
  const { length } = first.text;
  if (length < SHORTEST_BROKEN || length > LONGEST_PARAGRAPH || ENDED.test(first.text)) return false;
  return !BEGINS_ANEW.test(second.text) && headingLevel(second.text) === undefined;
}
