import { attribute, isElement, type MarkupNode } from "../markup/node.ts";

/** Elements that never hold what a page publishes. */
const UNPUBLISHED = new Set(
  "script style noscript template head nav aside footer form button select option textarea input iframe object embed svg canvas video audio map dialog link meta title rp rt".split(
    " ",
  ),
);
const UNPUBLISHED_ROLES = new Set(["navigation", "search", "banner", "contentinfo", "img", "dialog", "menu"]);

/** Whether an element and all in it are left out: navigation, controls, pictures, and what the page hides. */
export function isLeftOut(element: MarkupNode): boolean {
  if (!isElement(element)) return false;
  if (UNPUBLISHED.has(element.name ?? "") || UNPUBLISHED_ROLES.has(attribute(element, "role"))) return true;
  if (element.attribs?.hidden !== undefined || attribute(element, "aria-hidden") === "true") return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, "style"));
}
