/** Pages nest to some dozens of levels. Parsers take time that grows with the square of the depth, or worse. */
const DEEPEST_MARKUP = 3_000;
const TAG = /<(\/?)([a-z][\w:]*)(?=[\s/>])([^<>]*)>/gi;
/** Elements that pages rarely or never close. */
const UNCLOSED = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option html body head colgroup".split(
    " ",
  ),
);

/** Whether tags are nested so deeply that no parser should be given the text; tells it without a parser. */
export function isNestedTooDeeply(markup: string): boolean {
  let depth = 0;
  for (const [, close, name = "", rest = ""] of markup.matchAll(TAG)) {
    if (UNCLOSED.has(name.toLowerCase()) || rest.endsWith("/")) continue;
    depth = close === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST_MARKUP) return true;
  }
  return false;
}
