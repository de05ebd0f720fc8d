import type { PagePart } from "../page-data.ts";
import { words } from "../words.ts";
import { element, section } from "./element.ts";
import type { Panel } from "./panel.ts";

/** The printed sum that the figure comes from; each part can be asked about in turn. */
export function partSection({ figure, inspect }: Panel): Node | undefined {
  const parts = figure.parts ?? [];
  if (parts.length === 0) return undefined;
  const head = element(
    "thead",
    { class: "unseen" },
    element(
      "tr",
      {},
      ...[words.sign, words.part, words.amount].map((text) => element("th", { scope: "col" }, text)),
    ),
  );
  const foot = element(
    "tfoot",
    {},
    element(
      "tr",
      {},
      element("td", { class: "sign" }, "="),
      element("th", { scope: "row" }, words.sum),
      element("td", { class: "right" }, figure.printed),
    ),
  );
  const body = element("tbody", {}, ...parts.map((part) => partRow(part, inspect)));
  return section(words.parts(parts.length), element("table", { class: "parts" }, head, body, foot));
}

function partRow([sign, position, label, printed]: PagePart, inspect: (figure: number) => void): Node {
  const name = position < 0 ? label : element("button", { type: "button", class: "part" }, label);
  if (name instanceof HTMLElement) name.addEventListener("click", () => inspect(position));
  return element(
    "tr",
    {},
    element("td", { class: "sign" }, sign < 0 ? "−" : "+"),
    element("th", { scope: "row" }, name),
    element("td", { class: "right" }, printed),
  );
}
