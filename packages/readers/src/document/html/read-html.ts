import { load } from "cheerio";
import { assemble } from "../../grid/assemble.ts";
import { isNestedTooDeeply } from "../markup/nesting.ts";
import { elementsBelow, type MarkupNode, rawText } from "../markup/node.ts";
import { type Reading, refused } from "../reading.ts";
import { flowOf, withNumberedLevels } from "./lines.ts";
import { mainContent } from "./main-content.ts";
import { isLeftOut } from "./visible.ts";

/** A web page: the main content, without navigation, controls and what the page hides. */
export function readHtml(page: string): Reading {
  if (isNestedTooDeeply(page)) return refused("read/too-deep");
  const root = load(page, { sourceCodeLocationInfo: true }).root()[0];
  const body = root as MarkupNode | undefined;
  if (body === undefined) return { document: assemble([]), findings: [] };
  const main = mainContent(body);
  return { document: assemble(withNumberedLevels(flowOf(main)), titleOf(body)), findings: [] };
}

/** The page's first heading, or its title without the site's name. */
function titleOf(root: MarkupNode): string {
  const [heading] = elementsBelow(root, new Set(["h1"]), isLeftOut);
  const [title] = elementsBelow(root, new Set(["title"]));
  const text = heading === undefined ? title && rawText(title).split(/[_|]/)[0] : rawText(heading);
  return (text ?? "").replace(/\s+/g, " ").trim();
}
