import type { PageFigure } from "../page-data.ts";
import { words } from "../words.ts";
import { element, section } from "./element.ts";
import { lineSection } from "./lines.ts";
import { occurrencesByPlace } from "./occurrences.ts";
import { partSection } from "./parts.ts";

/** A figure to answer for, and what the answer can do to the page. */
export interface Panel {
  readonly figure: PageFigure;
  readonly position: number;
  readonly from: HTMLElement | undefined;
  readonly inspect: (figure: number) => void;
  readonly goTo: (target: HTMLElement) => void;
  readonly announce: (text: string) => void;
}

export function panelTitle(figure: PageFigure): Node[] {
  return [
    element("span", { class: "what" }, figure.what),
    element("span", { class: "unseen" }, "："),
    element("span", { class: "printed" }, figure.printed),
  ];
}

export function renderPanel(panel: Panel): Node[] {
  return [factSection(panel.figure), placeSection(panel), partSection(panel), lineSection(panel)].filter(
    (node) => node !== undefined,
  );
}

function factSection({ printed, exact, conventional, because, note }: PageFigure): Node | undefined {
  const terms: [string, string, string?][] = [];
  if (exact !== undefined) terms.push([words.exact, exact]);
  if (conventional !== undefined) {
    terms.push([words.conventional, conventional]);
    terms.push([words.printed, printed, words.because(because ?? "")]);
  }
  if (note !== undefined) terms.push([words.note, note]);
  if (terms.length === 0) return undefined;
  const items = terms.flatMap(([term, text, reason]) => [
    element("dt", {}, term),
    element("dd", {}, text, ...(reason === undefined ? [] : [element("small", {}, reason)])),
  ]);
  return element("dl", {}, ...items);
}

/** Every place that prints the figure, as a link; the one asked about is named as such. */
function placeSection({ figure, position, from, goTo }: Panel): Node | undefined {
  if (figure.places.length === 0) return undefined;
  const targets = occurrencesByPlace(
    position,
    figure.places.map(([, id]) => id),
  );
  const list = element("ul", { class: "places" });
  const here = element("span", { class: "here" }, words.here);
  const standAt = (link: Element): void => {
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    link.after(here);
  };
  for (const [index, [text, id]] of figure.places.entries()) {
    const target = targets[index] ?? document.getElementById(id);
    const link = element("a", { href: `#${encodeURIComponent(id)}` }, text);
    list.append(element("li", {}, link));
    if (target === null) continue;
    if (target === from && here.parentNode === null) standAt(link);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      standAt(link);
      goTo(target);
    });
  }
  return section(words.places(figure.places.length), list);
}
